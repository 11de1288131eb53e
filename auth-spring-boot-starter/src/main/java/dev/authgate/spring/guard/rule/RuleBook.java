package dev.authgate.spring.guard.rule;

import java.util.List;

import org.jspecify.annotations.Nullable;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The rules of the application's routes, beside those of a management server that listens
 * on a port of its own.
 *
 * @param application the rules of the application
 * @param management the rules of the management server
 * @param applicationContext the servlet context of the application, {@code null} if there
 * is no separate management server
 */
public record RuleBook(RuleSet application, RuleSet management, @Nullable ServletContext applicationContext) {

	// A public path of the application means nothing on the management port.
	public RuleSet of(HttpServletRequest request) {
		return isOnManagementPort(request) ? this.management : this.application;
	}

	public boolean isOnManagementPort(HttpServletRequest request) {
		return this.applicationContext != null && !this.applicationContext.equals(request.getServletContext());
	}

	public static RuleBook of(List<RouteRule> application, List<RouteRule> management,
			@Nullable ServletContext context) {
		return new RuleBook(new RuleSet(application), new RuleSet(management), management.isEmpty() ? null : context);
	}

}
