package dev.authgate.spring.settings.websocket;

import java.util.List;
import java.util.regex.Pattern;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.websocket.OnRefusedMessage;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * WebSockets.
 *
 * @param onFailure How a handshake is refused: by the status of its answer, or by a
 * socket that is closed at once with 1008, which scripts in browsers can read.
 * @param require Whether one of several required permissions opens a socket, or it takes
 * all of them.
 * @param allowedOrigins Origins whose pages may open sockets, for example
 * https://app.example.com, beside the application's own. '*' stands for all, except for
 * callers whose credentials a browser sends by itself.
 * @param onRefusedMessage What becomes of a message that its sender may not send: a frame
 * with the error is sent, it is ignored, or the socket is closed.
 * @param renewal Whether a client may present a new token on the open socket, as the text
 * {"authorization":"Bearer ..."}.
 * @param queryParameter Query parameter of the handshake that carries a bearer token.
 * Unset, none is read, because addresses end up in logs.
 * @param ticketQueryParameter Query parameter of the handshake that carries a ticket of
 * the endpoint 'ws-ticket'. Unset, tickets are read from Sec-WebSocket-Protocol alone.
 * @param limits How much one caller may ask for.
 * @param destinations Rules for STOMP destinations. The most specific pattern counts.
 */
public record WebSocketProperties(@DefaultValue("http") OnFailure onFailure, @DefaultValue("any") Require require,
		@DefaultValue List<String> allowedOrigins, @DefaultValue("error") OnRefusedMessage onRefusedMessage,
		@DefaultValue("false") boolean renewal, @Nullable String queryParameter, @Nullable String ticketQueryParameter,
		@DefaultValue @NestedConfigurationProperty SocketLimits limits, @DefaultValue List<Destination> destinations) {

	private static final String ALL = "*";

	// The usual port is left out by browsers.
	private static final Pattern ORIGIN = Pattern.compile(
			"(?!http://[^:]*:80$)(?!https://[^:]*:443$)[a-z][a-z0-9+.-]*://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

	/**
	 * Refuses values that could not work.
	 * @throws MisconfigurationException for the first of them
	 */
	public void check() {
		this.limits.check();
		this.allowedOrigins.forEach(WebSocketProperties::checkOrigin);
		checkParameter("query-parameter", this.queryParameter);
		checkParameter("ticket-query-parameter", this.ticketQueryParameter);
		if (this.queryParameter != null && this.queryParameter.equals(this.ticketQueryParameter)) {
			throw new MisconfigurationException(
					"authgate.websocket.query-parameter and ticket-query-parameter have the same name.",
					"Name another parameter in one of them, or remove one.");
		}
	}

	/**
	 * Gives the origins that are named.
	 * @return the origins, without the sign for all
	 */
	public List<String> namedOrigins() {
		return this.allowedOrigins.stream().filter((origin) -> !ALL.equals(origin)).toList();
	}

	// Compared as a text with what a browser sends, which is never anything else.
	private static void checkOrigin(String origin) {
		if (!ALL.equals(origin) && !ORIGIN.matcher(origin).matches()) {
			throw new MisconfigurationException(
					"authgate.websocket.allowed-origins names '" + origin + "', which is no origin.",
					"Write the scheme, the host and a port if it is not the usual one, in lower case and without a "
							+ "path: https://app.example.com. Or write '*' for all.");
		}
	}

	private static void checkParameter(String property, @Nullable String name) {
		if (name != null && !NAME.matcher(name).matches()) {
			throw new MisconfigurationException("authgate.websocket." + property + " is not the name of a parameter.",
					"Write a name of letters, digits, '-' and '_', for example access_token.");
		}
	}

	/**
	 * How a handshake is refused.
	 */
	public enum OnFailure {

		/** By the status of its answer. */
		HTTP,
		/** By a socket that is closed at once. */
		CLOSE_1008

	}

	/**
	 * How many of several required permissions open a socket.
	 */
	public enum Require {

		/** One is enough. */
		ANY,
		/** All are required. */
		ALL

	}

}
