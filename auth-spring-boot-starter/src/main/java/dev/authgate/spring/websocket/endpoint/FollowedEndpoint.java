package dev.authgate.spring.websocket.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;

import dev.authgate.spring.websocket.SocketContexts.Work;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;

/**
 * An endpoint without annotations whose session is followed.
 * <p>
 * Public for containers, which refuse others.
 */
public final class FollowedEndpoint extends Endpoint {

	private final Endpoint endpoint;

	private final FollowedSession session;

	FollowedEndpoint(Endpoint endpoint, FollowedSession session) {
		this.endpoint = endpoint;
		this.session = session;
	}

	@Override
	public void onOpen(Session opened, EndpointConfig config) {
		this.session.opened(opened);
		run(() -> this.endpoint.onOpen(opened, config));
	}

	@Override
	public void onClose(Session closed, CloseReason reason) {
		this.session.closed();
		run(() -> this.endpoint.onClose(closed, reason));
	}

	@Override
	public void onError(Session failed, Throwable exception) {
		try {
			if (!this.session.refuses(exception)) {
				run(() -> this.endpoint.onError(failed, exception));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void run(Work work) {
		try {
			this.session.run(work);
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
