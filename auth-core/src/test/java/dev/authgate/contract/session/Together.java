package dev.authgate.contract.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Several threads that begin the same work at the same time.
 */
public final class Together {

	private static final int SECONDS = 60;

	private Together() {
	}

	/**
	 * Runs work in several threads.
	 * @param <T> the type of the results
	 * @param threads how many
	 * @param work what each does
	 * @return the results of all
	 */
	public static <T> List<T> run(int threads, Callable<T> work) {
		CyclicBarrier start = new CyclicBarrier(threads);
		ExecutorService pool = Executors.newFixedThreadPool(threads);
		try {
			List<Callable<T>> all = new ArrayList<>();
			for (int i = 0; i < threads; i++) {
				all.add(() -> {
					start.await(SECONDS, TimeUnit.SECONDS);
					return work.call();
				});
			}
			List<T> results = new ArrayList<>();
			for (Future<T> future : pool.invokeAll(all, SECONDS, TimeUnit.SECONDS)) {
				results.add(future.get());
			}
			return results;
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new AssertionError(ex);
		}
		finally {
			pool.shutdownNow();
		}
	}

}
