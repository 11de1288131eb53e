package dev.authgate.spring.autoconfigure.guard;

import java.util.List;

import dev.authgate.spring.guard.Guards;
import dev.authgate.spring.guard.Route;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Logs the table of routes and their guards when the application starts.
 */
final class GuardReport {

	private static final Log logger = LogFactory.getLog("dev.authgate.routes");

	private GuardReport() {
	}

	static void log(Guards guards, boolean enabled) {
		if (enabled && logger.isInfoEnabled()) {
			logger.info("Routes and their guards:\n" + table(guards.routes()));
		}
	}

	private static String table(List<Route> routes) {
		int methods = routes.stream().mapToInt((route) -> route.methods().length()).max().orElse(0);
		int patterns = routes.stream().mapToInt((route) -> route.pattern().length()).max().orElse(0);
		int guards = routes.stream().mapToInt((route) -> route.guard().toString().length()).max().orElse(0);
		StringBuilder table = new StringBuilder();
		for (Route route : routes) {
			table.append(
					String.format(
							"  %-" + Math.max(1, methods) + "s  %-" + Math.max(1, patterns) + "s  %-"
									+ Math.max(1, guards) + "s  %s%n",
							route.methods(), route.pattern(), route.guard(), route.handler()));
		}
		return table.toString().stripTrailing();
	}

}
