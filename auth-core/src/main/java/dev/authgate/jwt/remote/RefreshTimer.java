package dev.authgate.jwt.remote;

import java.time.Duration;

/**
 * Runs tasks later and in the background.
 */
@FunctionalInterface
public interface RefreshTimer {

	/**
	 * Runs a task once.
	 * @param delay how long to wait
	 * @param task what to run, which does not throw
	 */
	void after(Duration delay, Runnable task);

	/**
	 * Gives the timer that everybody shares.
	 * @return a timer with one daemon thread, started when it is needed and ended when
	 * there is nothing left to wait for
	 */
	static RefreshTimer shared() {
		return DaemonTimer.SHARED;
	}

}
