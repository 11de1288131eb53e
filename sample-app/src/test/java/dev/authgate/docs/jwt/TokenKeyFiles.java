package dev.authgate.docs.jwt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/**
 * The key files that the pages talk of, made anew for each run.
 */
public final class TokenKeyFiles {

	private static final Path DIRECTORY = Path.of("target/docs");

	private TokenKeyFiles() {
	}

	/**
	 * Writes the files.
	 */
	public static void write() {
		try {
			Files.createDirectories(DIRECTORY);
			Files.writeString(DIRECTORY.resolve("token-key.pem"), pem());
			Files.writeString(DIRECTORY.resolve("token-key-next.pem"), pem());
			JWK key = new ECKeyGenerator(Curve.P_256).keyID("2026-01").generate();
			Files.writeString(DIRECTORY.resolve("token-keys.json"), new JWKSet(List.of(key)).toString(false));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String pem() throws JOSEException {
		KeyPair pair = new RSAKeyGenerator(2048).generate().toKeyPair();
		return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
				+ "\n-----END PRIVATE KEY-----\n";
	}

}
