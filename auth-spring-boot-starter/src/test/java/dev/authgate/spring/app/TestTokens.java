package dev.authgate.spring.app;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.function.Consumer;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jwt.JWTClaimsSet;

/**
 * Tokens with exactly the claims and header that a test needs, signed with the secret of
 * the workspace.
 */
final class TestTokens {

	private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

	private TestTokens() {
	}

	static String with(Consumer<JWTClaimsSet.Builder> claims) {
		JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder().subject("tina")
			.issueTime(new Date())
			.expirationTime(Date.from(Instant.now().plusSeconds(60)));
		claims.accept(builder);
		return signed("{\"alg\":\"HS256\"}", builder.build().toString());
	}

	static String signed(String header, String payload) {
		String content = encode(header) + "." + encode(payload);
		return content + "." + BASE64.encodeToString(hmac(content));
	}

	static String encode(String text) {
		return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private static byte[] hmac(String content) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(Workspace.JWT_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
