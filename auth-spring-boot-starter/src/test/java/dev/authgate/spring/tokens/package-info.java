@NullMarked
package dev.authgate.spring.tokens;

import org.jspecify.annotations.NullMarked;
