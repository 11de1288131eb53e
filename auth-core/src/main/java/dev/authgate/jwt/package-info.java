/**
 * JSON Web Tokens: issued by us, verified strictly.
 */
@NullMarked
package dev.authgate.jwt;

import org.jspecify.annotations.NullMarked;
