package dev.authgate.jwt.remote;

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Fetches JSON objects.
 */
@FunctionalInterface
interface JsonSource {

	Map<String, @Nullable Object> get(URI address, int maxBytes) throws FetchException;

}
