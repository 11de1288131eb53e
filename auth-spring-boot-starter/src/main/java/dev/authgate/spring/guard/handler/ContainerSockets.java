package dev.authgate.spring.guard.handler;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.authgate.spring.MisconfigurationException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The sockets that the container opens ahead of every servlet, of which no handler
 * mapping knows.
 * <p>
 * Safe for use by several threads.
 */
public final class ContainerSockets {

	private static final String NO_TEMPLATE = "*?:\\";

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	/**
	 * Adds what a class serves.
	 * @param path the path, or a template of paths with variables for whole segments
	 * @param type the class whose annotations guard the handshake
	 * @return what was added
	 * @throws MisconfigurationException if the path means something else in patterns of
	 * routes
	 */
	public Socket add(String path, Class<?> type) {
		if (path.chars().anyMatch((c) -> NO_TEMPLATE.indexOf(c) >= 0)) {
			throw new MisconfigurationException(
					"The path " + path + " of " + type.getSimpleName() + " has one of the characters " + NO_TEMPLATE
							+ ", which would mean something else in authgate.routes.",
					"Use variables for whole segments alone, as in /rooms/{room}.");
		}
		Socket socket = new Socket(PathPatternParser.defaultInstance.parse(path), type);
		this.sockets.add(socket);
		return socket;
	}

	List<Socket> all() {
		return this.sockets;
	}

	/**
	 * Finds who serves a path, if it is a path of sockets.
	 */
	@Nullable Socket find(PathContainer path) {
		if (this.sockets.isEmpty()) {
			return null;
		}
		Socket found = null;
		for (Socket socket : this.sockets) {
			if (socket.serves(path) && (found == null || socket.isMoreSpecific(found))) {
				found = socket;
			}
		}
		return found;
	}

	/**
	 * Tells whether containers agree that a request asks for a socket: what opens the
	 * socket must not open a servlet behind it.
	 */
	static boolean isHandshake(HttpServletRequest request) {
		return request.getMethod().equals("GET") && "HTTP/1.1".equals(request.getProtocol())
				&& "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
				&& "13".equals(request.getHeader("Sec-WebSocket-Version"))
				&& request.getHeader("Sec-WebSocket-Key") != null && isPlain(request.getRequestURI())
				&& contains(request.getHeader("Connection"), "upgrade");
	}

	// Where a path is written in another way, patterns and containers may not agree.
	private static boolean isPlain(String path) {
		return path.indexOf(';') < 0 && !path.contains("//") && !path.contains("%2") && !path.contains("%5")
				&& !path.contains("/.");
	}

	private static boolean contains(@Nullable String header, String token) {
		if (header == null) {
			return false;
		}
		for (String each : header.toLowerCase(Locale.ROOT).split(",", -1)) {
			if (each.trim().equals(token)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * A path of sockets, and who serves it.
	 *
	 * @param pattern the pattern of the path
	 * @param type the class whose annotations guard the handshake
	 */
	public record Socket(PathPattern pattern, Class<?> type) {

		/**
		 * Tells whether a path is one of these, as rules for it understand it.
		 * @param path the path within the application
		 * @return {@code true} if it is
		 */
		public boolean serves(PathContainer path) {
			return this.pattern.matches(path);
		}

		private boolean isMoreSpecific(Socket other) {
			return PathPattern.SPECIFICITY_COMPARATOR.compare(this.pattern, other.pattern) < 0;
		}

	}

}
