/**
 * Pages by which people log in and out.
 */
@NullMarked
package dev.authgate.spring.form;

import org.jspecify.annotations.NullMarked;
