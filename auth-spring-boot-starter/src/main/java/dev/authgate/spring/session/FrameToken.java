package dev.authgate.spring.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.authgate.Caller;
import dev.authgate.secret.Secret;
import dev.authgate.spring.session.cookie.CsrfCookie;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.ServletRequest;

/**
 * The token of a browser's session as the first frame of a socket carries it, in one of
 * the headers in which scripts send it elsewhere.
 * <p>
 * Immutable.
 */
public final class FrameToken {

	/** The headers that may carry a token, masked and plain. */
	public static final Set<String> HEADERS = Set.of(CsrfTokens.HEADER, CsrfCookie.HEADER);

	private static final String ATTRIBUTE = FrameToken.class.getName();

	private final Secret token;

	private FrameToken(Secret token) {
		this.token = token;
	}

	/**
	 * Keeps the token of the session that opens a socket, if there is one.
	 * @param handshake the request that opens the socket
	 * @param attributes the attributes of the socket's session
	 */
	public static void keep(ServletRequest handshake, Map<String, Object> attributes) {
		KnownLogin login = KnownLogin.of(handshake);
		if (login != null) {
			attributes.put(ATTRIBUTE, new FrameToken(login.stored().csrfToken()));
		}
	}

	/**
	 * Finds the token that was kept.
	 * @param attributes the attributes of a socket's session
	 * @return the token, or {@code null} if no session opened the socket
	 */
	public static @Nullable FrameToken in(Map<String, Object> attributes) {
		return (attributes.get(ATTRIBUTE) instanceof FrameToken token) ? token : null;
	}

	/**
	 * Tells whether a caller is known by a session, whose pages have a token.
	 * @param caller the caller, {@code null} for an anonymous one
	 * @return {@code true} if its first frame must carry the token
	 */
	public static boolean isNeededBy(@Nullable Caller caller) {
		return caller != null && CsrfTokens.isOfSession(caller);
	}

	/**
	 * Tells whether a frame carries the token.
	 * @param headers the headers of the frame, in any case
	 * @return {@code true} if there is one value in one of the headers, and it is right
	 */
	public boolean isIn(Map<String, List<String>> headers) {
		List<String> sent = new ArrayList<>();
		headers.forEach((name, values) -> {
			if (name.equalsIgnoreCase(CsrfTokens.HEADER)) {
				values.forEach((value) -> sent.add(unmasked(value)));
			}
			else if (name.equalsIgnoreCase(CsrfCookie.HEADER)) {
				sent.addAll(values);
			}
		});
		return sent.size() == 1 && MessageDigest.isEqual(bytes(this.token.reveal()), bytes(sent.get(0)));
	}

	@Override
	public String toString() {
		return "FrameToken[***]";
	}

	// Spring Security's masking against BREACH: random bytes, and after them the token
	// with those bytes mixed in.
	private static String unmasked(String masked) {
		byte[] both;
		try {
			both = Base64.getUrlDecoder().decode(masked);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
		byte[] token = new byte[both.length / 2];
		for (int i = 0; i < token.length; i++) {
			token[i] = (byte) (both[i] ^ both[token.length + i]);
		}
		return new String(token, StandardCharsets.UTF_8);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
