package dev.authgate.spring.websocket.endpoint;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.Caller;
import dev.authgate.spring.guard.handler.ContainerSockets.Socket;
import dev.authgate.spring.guard.handler.RequestPaths;
import dev.authgate.spring.web.GuardInterceptor;
import dev.authgate.spring.web.Refuser;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
import dev.authgate.spring.websocket.OpenSockets;
import dev.authgate.spring.websocket.SocketCallers;
import dev.authgate.spring.websocket.WebSocketAuth;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Judges a handshake at the moment in which the container has chosen the endpoint: what
 * was judged before must have been about this one.
 * <p>
 * Containers do not tell endpoints of the request, and each handshake stays on one
 * thread. Safe for use by several threads.
 */
public final class Handshakes {

	private static final Log logger = LogFactory.getLog(Handshakes.class);

	private static final ThreadLocal<@Nullable Handshake> CURRENT = new ThreadLocal<>();

	private final GuardInterceptor guard;

	private final SocketCallers callers;

	private final OpenSockets sockets;

	private final Refuser refuser;

	/**
	 * Makes the judge.
	 * @param guard judges what a request is really dispatched to
	 * @param callers finds out who opens a socket
	 * @param sockets the open ones
	 * @param refuser says no
	 */
	public Handshakes(GuardInterceptor guard, SocketCallers callers, OpenSockets sockets, Refuser refuser) {
		this.guard = guard;
		this.callers = callers;
		this.sockets = sockets;
		this.refuser = refuser;
	}

	/**
	 * Passes a request on to the container, which may find that an endpoint serves it.
	 */
	void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Handshake outer = CURRENT.get();
		Handshake handshake = new Handshake(request, response, new AtomicReference<>(), new AtomicBoolean());
		CURRENT.set(handshake);
		try {
			chain.doFilter(request, response);
		}
		catch (IOException | ServletException | RuntimeException ex) {
			if (!handshake.refused.get()) {
				throw ex;
			}
		}
		finally {
			if (outer != null) {
				CURRENT.set(outer);
			}
			else {
				CURRENT.remove();
			}
		}
	}

	/**
	 * Judges the handshake of this thread.
	 * @throws HandshakeRefused if it is refused
	 */
	void judge(Socket socket) {
		Handshake handshake = CURRENT.get();
		if (handshake == null) {
			logger.error("A handshake for " + socket.type().getName() + " is refused: the container's filter for "
					+ "sockets ran before the filters of Spring Security");
			throw new HandshakeRefused("The handshake passed no filter of Spring Security");
		}
		handshake.refused.set(true);
		try {
			if (!this.guard.preHandle(handshake.request, handshake.response, socket)) {
				throw new HandshakeRefused("The handshake is refused");
			}
			admit(socket, handshake);
		}
		catch (IOException ex) {
			throw new HandshakeRefused("The connection is lost");
		}
		handshake.refused.set(false);
	}

	/**
	 * Hands what the handshake of this thread proved on to its session.
	 * @throws HandshakeRefused if it was not judged
	 */
	void handOver(Socket socket, Map<String, Object> properties) {
		Handshake handshake = CURRENT.get();
		Admitted admitted = (handshake != null) ? handshake.admitted.get() : null;
		if (admitted == null || !admitted.socket.equals(socket)) {
			throw new HandshakeRefused("The handshake was not judged");
		}
		properties.put(WebSocketAuth.ATTRIBUTE, admitted.auth);
	}

	// Rules are found by the path. Where the container takes another spelling of it for
	// the same, they would be passed by.
	private void admit(Socket socket, Handshake handshake) throws IOException {
		if (!socket.serves(RequestPaths.parse(handshake.request))) {
			refuse(Refusal.of(ErrorCode.ACCESS_DENIED), null, handshake);
		}
		WebSocketAuth auth = this.callers.admit(handshake.request);
		Caller caller = auth.caller();
		if (caller != null && !this.sockets.hasRoomFor(caller.user())) {
			refuse(Refusal.of(ErrorCode.TOO_MANY_REQUESTS, auth.applied().guard()), caller, handshake);
		}
		handshake.admitted.set(new Admitted(socket, auth));
	}

	private void refuse(Refusal refusal, @Nullable Caller caller, Handshake handshake) throws IOException {
		this.refuser.refuse(refusal, caller, handshake.request, handshake.response);
		throw new HandshakeRefused("The handshake is refused");
	}

	/**
	 * The handshake of one thread.
	 */
	private record Handshake(HttpServletRequest request, HttpServletResponse response,
			AtomicReference<@Nullable Admitted> admitted, AtomicBoolean refused) {
	}

	/**
	 * Who was let in to which sockets.
	 */
	private record Admitted(Socket socket, WebSocketAuth auth) {
	}

}
