package dev.authgate.spring.settings.websocket;

import java.util.List;

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

	/**
	 * Refuses values that could not work.
	 * @throws MisconfigurationException for the first of them
	 */
	public void check() {
		this.limits.check();
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
