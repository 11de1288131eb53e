package dev.authgate.jwt.remote;

import java.net.URI;

/**
 * Asks an issuer for its keys, once.
 */
final class Publisher {

	private static final int MAX_METADATA_BYTES = 256 * 1024;

	private static final int MAX_KEYS_BYTES = 1024 * 1024;

	private final KeySource source;

	private final JsonSource json;

	private final JwkReader reader;

	Publisher(KeySource source, JsonSource json) {
		this.source = source;
		this.json = json;
		this.reader = new JwkReader(source.algorithms());
	}

	KeySet fetch() throws FetchException {
		URI address = (this.source.jwkSetUri() != null) ? this.source.jwkSetUri() : discovered();
		try {
			return this.reader.read(this.json.get(address, MAX_KEYS_BYTES));
		}
		catch (FetchException ex) {
			throw at(address, ex);
		}
	}

	// Asked each time: an address that was remembered could be one that is given up.
	private URI discovered() throws FetchException {
		URI address = this.source.discoveryUri();
		try {
			var metadata = this.json.get(address, MAX_METADATA_BYTES);
			if (!this.source.issuer().equals(metadata.get("issuer"))) {
				throw new FetchException("describes another issuer than the configured one");
			}
			return keyAddress(metadata.get("jwks_uri") instanceof String text ? text : "");
		}
		catch (FetchException ex) {
			throw at(address, ex);
		}
	}

	private URI keyAddress(String text) throws FetchException {
		try {
			URI address = URI.create(text);
			if (this.source.isSafe(address)) {
				return address;
			}
		}
		catch (IllegalArgumentException ex) {
			throw new FetchException("names no address of keys");
		}
		throw new FetchException("names no safe address of keys");
	}

	private static FetchException at(URI address, FetchException problem) {
		return new FetchException(address + " " + problem.problem());
	}

}
