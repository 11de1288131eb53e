package dev.authgate.spring.throttle;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import dev.authgate.throttle.Limit;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import org.jspecify.annotations.Nullable;

/**
 * Buckets of one limit whose states are compared and swapped.
 */
final class SwappingProxies extends AbstractCompareAndSwapBasedProxyManager<String> {

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private final SharedStates states;

	private final Duration timeToLive;

	SwappingProxies(SharedStates states, Limit limit, TimeMeter meter) {
		super(ClientSideConfig.getDefault().withClientClock(meter).withRequestTimeout(TIMEOUT));
		this.states = states;
		this.timeToLive = limit.period();
	}

	@Override
	protected CompareAndSwapOperation beginCompareAndSwapOperation(String id) {
		return new Swap(id);
	}

	@Override
	protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String id) {
		throw new UnsupportedOperationException();
	}

	@Override
	protected CompletableFuture<Void> removeAsync(String id) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void removeProxy(String id) {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean isAsyncModeSupported() {
		return false;
	}

	/**
	 * One change of a state.
	 */
	private final class Swap implements CompareAndSwapOperation {

		private final String id;

		private Swap(String id) {
			this.id = id;
		}

		@Override
		public Optional<byte[]> getStateData(Optional<Long> timeoutNanos) {
			return Optional.ofNullable(SwappingProxies.this.states.find(this.id));
		}

		@Override
		public boolean compareAndSwap(byte @Nullable [] before, byte[] after, RemoteBucketState state,
				Optional<Long> timeoutNanos) {
			return SwappingProxies.this.states.replace(this.id, before,
					new SharedStates.State(after, SwappingProxies.this.timeToLive));
		}

	}

}
