package dev.authgate.jwt.key.text;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one block of a PEM text (RFC 7468).
 * <p>
 * No message repeats anything of the text.
 */
final class PemBlock {

	private static final Pattern BLOCK = Pattern
		.compile("\\s*-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----\\s*");

	private static final String CONVERT = "openssl pkcs8 -topk8 -nocrypt -in key.pem -out key-pkcs8.pem";

	private static final Map<String, String> OTHER_FORMS = Map.of("ENCRYPTED PRIVATE KEY",
			"it is encrypted. Decrypt it with: " + CONVERT, "RSA PRIVATE KEY",
			"it is in PKCS#1 form. Convert it to PKCS#8 with: " + CONVERT, "EC PRIVATE KEY",
			"it is in SEC1 form. Convert it to PKCS#8 with: " + CONVERT, "EC PARAMETERS",
			"it has parameters in front of the key. Convert it to PKCS#8 with: " + CONVERT, "RSA PUBLIC KEY",
			"it is in PKCS#1 form. Convert it with: openssl rsa -RSAPublicKey_in -in public.pem -pubout", "CERTIFICATE",
			"it is a certificate. Take the key out of it with: openssl x509 -pubkey -noout -in certificate.pem",
			"PRIVATE KEY", "it is a private key", "PUBLIC KEY", "it is a public key");

	private PemBlock() {
	}

	static byte[] read(String pem, String label) {
		Matcher block = BLOCK.matcher(pem);
		String found = block.matches() ? block.group(1) : labelOfFirst(pem);
		if (!found.equals(label)) {
			throw new IllegalArgumentException("The PEM text is not a " + label.toLowerCase(Locale.ROOT) + ": "
					+ OTHER_FORMS.getOrDefault(found, "it has no block '-----BEGIN " + label + "-----'"));
		}
		try {
			return Base64.getMimeDecoder().decode(block.group(2));
		}
		// The cause could repeat a character of the key.
		catch (IllegalArgumentException | IllegalStateException ex) {
			throw new IllegalArgumentException("The PEM text is not one whole block '-----BEGIN " + label
					+ "-----' with Base64 in it and its end after it");
		}
	}

	// An encrypted key in an old form has headers, and one with parameters two blocks.
	private static String labelOfFirst(String pem) {
		if (pem.contains("Proc-Type: 4,ENCRYPTED")) {
			return "ENCRYPTED PRIVATE KEY";
		}
		Matcher begin = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----").matcher(pem);
		return begin.find() ? begin.group(1) : "";
	}

}
