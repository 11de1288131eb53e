package dev.authgate.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Many threads that do the same at the same moment.
 */
public final class Race {

	private Race() {
	}

	/**
	 * Runs a race.
	 * @param <T> the type of the results
	 * @param threads how many take part
	 * @param task what each does, told its number
	 * @return what they got
	 */
	public static <T> List<T> of(int threads, IntFunction<T> task) {
		ExecutorService pool = Executors.newFixedThreadPool(threads);
		try {
			CountDownLatch start = new CountDownLatch(threads);
			List<Callable<T>> tasks = new ArrayList<>();
			for (int i = 0; i < threads; i++) {
				int number = i;
				tasks.add(() -> {
					start.countDown();
					start.await();
					return task.apply(number);
				});
			}
			List<T> results = new ArrayList<>();
			for (Future<T> result : pool.invokeAll(tasks)) {
				results.add(result.get());
			}
			return results;
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			pool.shutdownNow();
		}
	}

}
