package dev.authgate.spring.autoconfigure.account;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The one thread that looks up addresses and sends messages, with a bounded number of
 * those that wait.
 * <p>
 * What is too much is left out, and what fails is reported by the type of its exception
 * alone: its message may hold an address or a token.
 */
final class MessageThread implements Executor, AutoCloseable {

	private static final Log logger = LogFactory.getLog(MessageThread.class);

	private static final int MOST_WAITING = 1000;

	private static final int IDLE_SECONDS = 30;

	private final ThreadPoolExecutor pool;

	MessageThread() {
		this.pool = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING),
				MessageThread::thread);
		this.pool.allowCoreThreadTimeOut(true);
	}

	@Override
	public void execute(Runnable work) {
		try {
			this.pool.execute(() -> run(work));
		}
		catch (RejectedExecutionException ex) {
			logger.warn("A message to a user is left out: " + MOST_WAITING + " are waiting to be sent");
		}
	}

	@Override
	public void close() {
		this.pool.shutdown();
	}

	private static void run(Runnable work) {
		try {
			work.run();
		}
		catch (RuntimeException ex) {
			logger.error("A message to a user could not be sent: " + ex.getClass().getName());
		}
	}

	private static Thread thread(Runnable work) {
		Thread thread = new Thread(work, "authgate-messages");
		thread.setDaemon(true);
		return thread;
	}

}
