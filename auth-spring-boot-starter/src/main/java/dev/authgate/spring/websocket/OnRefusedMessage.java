package dev.authgate.spring.websocket;

/**
 * What becomes of a refused message.
 */
public enum OnRefusedMessage {

	/** A frame with the error is sent. */
	ERROR,
	/** It is ignored. */
	IGNORE,
	/** The socket is closed with 1008. */
	CLOSE

}
