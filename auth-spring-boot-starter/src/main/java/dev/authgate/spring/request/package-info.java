/**
 * What every endpoint and page of ours asks of a request: a body that is read strictly, a
 * caller, a count of attempts, and an answer where a part of it fails.
 */
@NullMarked
package dev.authgate.spring.request;

import org.jspecify.annotations.NullMarked;
