package dev.authgate.spring.websocket;

import dev.authgate.Caller;
import dev.authgate.LiveCredential;
import dev.authgate.spring.web.AppliedGuard;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a socket's caller at one moment.
 *
 * @param applied the guard of the handshake, and who is behind the socket
 * @param credential tells what has become of the caller's credential, {@code null} for an
 * anonymous caller
 * @param closing why the socket is being closed, {@code null} while it is not
 */
record SocketState(AppliedGuard applied, @Nullable LiveCredential credential, @Nullable SocketClosing closing) {

	SocketState with(Caller caller) {
		return new SocketState(this.applied.with(caller), this.credential, this.closing);
	}

	SocketState closing(SocketClosing why) {
		return new SocketState(this.applied, this.credential, why);
	}

}
