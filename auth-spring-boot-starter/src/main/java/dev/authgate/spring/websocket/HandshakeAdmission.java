package dev.authgate.spring.websocket;

import java.util.Map;

import dev.authgate.Caller;
import dev.authgate.spring.web.Refuser;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
import jakarta.servlet.http.HttpServletRequest;
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
			Map<String, Object> attributes) throws Exception {
		HttpServletRequest handshake = ((ServletServerHttpRequest) request).getServletRequest();
		WebSocketAuth auth = this.callers.admit(handshake);
		Caller caller = auth.caller();
		if (caller != null && !this.sockets.hasRoomFor(caller.user())) {
			Refusal refusal = Refusal.of(ErrorCode.TOO_MANY_REQUESTS, auth.applied().guard());
			this.refuser.refuse(refusal, caller, handshake,
					((ServletServerHttpResponse) response).getServletResponse());
			return false;
		}
		attributes.put(WebSocketAuth.ATTRIBUTE, auth);
		return true;
	}

	@Override
	public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler,
			@Nullable Exception exception) {
		// All is said when the session opens.
	}

}
