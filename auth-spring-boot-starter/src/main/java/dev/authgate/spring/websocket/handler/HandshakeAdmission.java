package dev.authgate.spring.websocket.handler;

import java.io.IOException;
import java.util.Map;

import dev.authgate.spring.websocket.OpenSockets;
import dev.authgate.spring.websocket.SocketCallers;
import dev.authgate.spring.websocket.WebSocketAuth;
import dev.authgate.Caller;
import dev.authgate.spring.web.Refuser;
import dev.authgate.spring.web.authentication.FailureLog;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Hands what the handshake proved on to the session.
 * <p>
 * Safe for use by several threads.
 */
final class HandshakeAdmission implements HandshakeInterceptor {

	private final FailureLog failures = new FailureLog("such handshakes are refused with 503");

	private final SocketCallers callers;

	private final OpenSockets sockets;

	private final Refuser refuser;

	HandshakeAdmission(SocketCallers callers, OpenSockets sockets, Refuser refuser) {
		this.callers = callers;
		this.sockets = sockets;
		this.refuser = refuser;
	}

	@Override
	public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			Map<String, Object> attributes) throws IOException {
		HttpServletRequest handshake = ((ServletServerHttpRequest) request).getServletRequest();
		HttpServletResponse answer = ((ServletServerHttpResponse) response).getServletResponse();
		WebSocketAuth auth = admitted(handshake, answer);
		if (auth != null) {
			attributes.put(WebSocketAuth.ATTRIBUTE, auth);
		}
		return auth != null;
	}

	private @Nullable WebSocketAuth admitted(HttpServletRequest handshake, HttpServletResponse answer)
			throws IOException {
		WebSocketAuth auth;
		try {
			auth = this.callers.admit(handshake);
		}
		catch (RuntimeException ex) {
			this.failures.report("Following the credential of a handshake", ex);
			this.refuser.refuse(Refusal.of(ErrorCode.UNAVAILABLE), null, handshake, answer);
			return null;
		}
		Caller caller = auth.caller();
		if (caller != null && !this.sockets.hasRoomFor(caller.user())) {
			Refusal refusal = Refusal.of(ErrorCode.TOO_MANY_REQUESTS, auth.applied().guard());
			this.refuser.refuse(refusal, caller, handshake, answer);
			return null;
		}
		return auth;
	}

	@Override
	public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			@Nullable Exception exception) {
		// All is said when the session opens.
	}

}
