package dev.authgate.jwt.remote;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The timer with one daemon thread.
 */
final class DaemonTimer implements RefreshTimer {

	static final DaemonTimer SHARED = new DaemonTimer();

	private final ScheduledThreadPoolExecutor executor;

	private DaemonTimer() {
		this.executor = new ScheduledThreadPoolExecutor(1, DaemonTimer::thread);
		this.executor.setKeepAliveTime(10, TimeUnit.SECONDS);
		this.executor.allowCoreThreadTimeOut(true);
	}

	// A task tells of its failures itself.
	@Override
	@SuppressWarnings("FutureReturnValueIgnored")
	public void after(Duration delay, Runnable task) {
		this.executor.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
	}

	// Not that of the application in which the thread happens to start, which it would
	// keep alive.
	private static Thread thread(Runnable work) {
		Thread thread = new Thread(work, "authgate-keys");
		thread.setDaemon(true);
		thread.setContextClassLoader(DaemonTimer.class.getClassLoader());
		return thread;
	}

}
