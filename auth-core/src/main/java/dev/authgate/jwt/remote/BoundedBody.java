package dev.authgate.jwt.remote;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Collects the body of a response up to a size; at the first byte too many the connection
 * is closed.
 * <p>
 * The size that a header announces is not believed.
 */
final class BoundedBody implements BodySubscriber<byte[]> {

	private final int maxBytes;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final CompletableFuture<byte[]> body = new CompletableFuture<>();

	private final AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();

	BoundedBody(int maxBytes) {
		this.maxBytes = maxBytes;
	}

	/**
	 * Makes a subscriber that reads nothing of a body that would not be believed.
	 */
	static BodySubscriber<byte[]> refused(String problem) {
		BoundedBody none = new BoundedBody(0);
		none.body.completeExceptionally(new FetchException(problem));
		return none;
	}

	@Override
	public CompletionStage<byte[]> getBody() {
		return this.body;
	}

	@Override
	public void onSubscribe(Flow.Subscription subscription) {
		this.subscription.set(subscription);
		if (this.body.isDone()) {
			subscription.cancel();
		}
		else {
			subscription.request(Long.MAX_VALUE);
		}
	}

	@Override
	public void onNext(List<ByteBuffer> buffers) {
		for (ByteBuffer buffer : buffers) {
			if (this.body.isDone()) {
				return;
			}
			if (buffer.remaining() > this.maxBytes - this.bytes.size()) {
				this.body.completeExceptionally(new FetchException("answered more than " + this.maxBytes + " bytes"));
				this.subscription.get().cancel();
				return;
			}
			byte[] part = new byte[buffer.remaining()];
			buffer.get(part);
			this.bytes.writeBytes(part);
		}
	}

	@Override
	public void onError(Throwable failure) {
		this.body.completeExceptionally(failure);
	}

	@Override
	public void onComplete() {
		this.body.complete(this.bytes.toByteArray());
	}

}
