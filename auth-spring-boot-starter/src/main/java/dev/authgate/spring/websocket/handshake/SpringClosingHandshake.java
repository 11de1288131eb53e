package dev.authgate.spring.websocket.handshake;

import java.util.HashMap;
import java.util.List;

import dev.authgate.spring.web.authentication.FailureLog;
import dev.authgate.spring.web.refusal.ErrorCode;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Opens and closes by Spring's own handshake, so that neither the handler of the
 * application nor its interceptors run.
 * <p>
 * Safe for use by several threads.
 */
public final class SpringClosingHandshake implements ClosingHandshake {

	private static final String VERSION = "13";

	private final FailureLog failures = new FailureLog("such handshakes are refused with a status");

	private final HandshakeHandler handshakes = new AnyProtocol();

	@Override
	public boolean close(ErrorCode code, HttpServletRequest request, HttpServletResponse response) {
		if (!isWellFormed(request)) {
			return false;
		}
		try {
			return this.handshakes.doHandshake(new ServletServerHttpRequest(request),
					new ServletServerHttpResponse(response), new Closing(code), new HashMap<>());
		}
		catch (RuntimeException ex) {
			this.failures.report("Opening a socket that is to be closed", ex);
			return false;
		}
	}

	// Spring would begin to answer what is not.
	private static boolean isWellFormed(HttpServletRequest request) {
		WebSocketHttpHeaders headers = new WebSocketHttpHeaders(new ServletServerHttpRequest(request).getHeaders());
		return headers.getConnection().stream().anyMatch("upgrade"::equalsIgnoreCase)
				&& "websocket".equalsIgnoreCase(headers.getUpgrade())
				&& VERSION.equals(headers.getSecWebSocketVersion()) && headers.getSecWebSocketKey() != null;
	}

	/**
	 * Chooses whatever is offered, for a browser that hears nothing where nothing is
	 * chosen.
	 */
	private static final class AnyProtocol extends DefaultHandshakeHandler {

		@Override
		protected @Nullable String selectProtocol(List<String> requested, WebSocketHandler handler) {
			return requested.isEmpty() ? null : requested.get(0);
		}

	}

	/**
	 * Closes sockets as they open.
	 */
	private static final class Closing extends AbstractWebSocketHandler {

		private final CloseStatus status;

		Closing(ErrorCode code) {
			this.status = CloseStatus.POLICY_VIOLATION.withReason(code.code());
		}

		@Override
		public void afterConnectionEstablished(WebSocketSession session) throws Exception {
			session.close(this.status);
		}

	}

}
