package dev.authgate.spring.websocket.stomp;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.authgate.Caller;
import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.session.FrameToken;
import dev.authgate.spring.web.Decision;
import dev.authgate.spring.web.OffMode;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
import dev.authgate.spring.websocket.OpenSocket;
import dev.authgate.spring.websocket.OpenSockets;
import dev.authgate.spring.websocket.SocketCallers;
import dev.authgate.spring.websocket.WebSocketAuth;
import org.jspecify.annotations.Nullable;

/**
 * Judges what frames bring with them: credentials, and the token of the session's pages
 * where a browser sent the credential of the handshake by itself.
 * <p>
 * Safe for use by several threads.
 */
public final class FrameCredentials {

	private static final String AUTHORIZATION = "authorization";

	// A client of SockJS chooses the id of its session, and Spring makes it a part of
	// destinations: with an asterisk in it the messages for all users would be its own.
	private static final Pattern SESSION_ID = Pattern.compile("[\\w-]{1,128}");

	private final SocketCallers callers;

	private final OpenSockets sockets;

	private final Set<String> credentials;

	private final Set<String> taken;

	private final boolean renewal;

	/**
	 * Makes the judge.
	 * @param callers judges credentials
	 * @param sockets counts sockets of users
	 * @param keyHeaders the names of the headers that carry API keys
	 * @param renewal whether a frame after the first may bring a new credential
	 */
	public FrameCredentials(SocketCallers callers, OpenSockets sockets, Set<String> keyHeaders, boolean renewal) {
		this.callers = callers;
		this.sockets = sockets;
		this.credentials = new HashSet<>(Set.of(AUTHORIZATION));
		keyHeaders.forEach((name) -> this.credentials.add(name.toLowerCase(Locale.ROOT)));
		this.taken = new HashSet<>(this.credentials);
		FrameToken.HEADERS.forEach((name) -> this.taken.add(name.toLowerCase(Locale.ROOT)));
		this.renewal = renewal;
	}

	/**
	 * Takes what may be a secret out of a frame.
	 * @return what was taken
	 */
	Map<String, List<String>> take(Frame frame) {
		return frame.take(this.taken);
	}

	/**
	 * Judges the first frame of a socket.
	 */
	@Nullable Refusal refusalOfFirst(Frame frame, WebSocketAuth auth, Map<String, List<String>> brought) {
		String sessionId = frame.headers().getSessionId();
		if (sessionId == null || !SESSION_ID.matcher(sessionId).matches()) {
			return Refusal.of(ErrorCode.BAD_REQUEST);
		}
		Caller before = auth.caller();
		if (auth.applied().guard().access() == Access.PUBLIC
				|| (before != null && OffMode.NAME.equals(before.authenticator()))) {
			return null;
		}
		if (before == null) {
			return refusalOfUnknown(frame, auth, brought);
		}
		return bringsCredential(brought) ? renew(frame, auth, brought) : forgery(frame, auth, brought);
	}

	/**
	 * Judges any other frame.
	 */
	@Nullable Refusal refusalOfNext(Frame frame, WebSocketAuth auth, Map<String, List<String>> brought) {
		boolean renews = this.renewal && auth.caller() != null && bringsCredential(brought);
		return renews ? renew(frame, auth, brought) : null;
	}

	private boolean bringsCredential(Map<String, List<String>> brought) {
		return brought.keySet().stream().anyMatch((name) -> this.credentials.contains(name.toLowerCase(Locale.ROOT)));
	}

	// Other authenticators may read other headers, of which nothing is known here.
	private @Nullable Refusal refusalOfUnknown(Frame frame, WebSocketAuth auth, Map<String, List<String>> brought) {
		Refusal refusal = renew(frame, auth, brought);
		if (refusal == null) {
			return null;
		}
		boolean absent = refusal.code() == ErrorCode.MISSING_CREDENTIALS && !bringsCredential(brought);
		boolean forgiven = refusal.status() == 401 && auth.applied().guard().access() == Access.OPTIONAL_LENIENT;
		return (absent || forgiven) ? null : refusal;
	}

	private @Nullable Refusal renew(Frame frame, WebSocketAuth auth, Map<String, List<String>> brought) {
		Map<String, List<String>> fields = new LinkedHashMap<>(frame.nativeHeaders());
		fields.putAll(brought);
		if (this.callers.renew(auth, fields) instanceof Decision.Refused refused) {
			return refused.refusal();
		}
		OpenSocket socket = OpenSocket.in(frame.attributes());
		if (socket != null) {
			this.sockets.count(socket);
		}
		return null;
	}

	private static @Nullable Refusal forgery(Frame frame, WebSocketAuth auth, Map<String, List<String>> brought) {
		if (!auth.isAmbient() || !FrameToken.isNeededBy(auth.caller())) {
			return null;
		}
		FrameToken token = FrameToken.in(frame.attributes());
		return (token != null && token.isIn(brought)) ? null : Refusal.of(ErrorCode.CSRF, auth.applied().guard());
	}

}
