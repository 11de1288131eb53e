package dev.authgate.spring.autoconfigure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.authgate.spring.autoconfigure.guard.GuardChainRegistrar;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.UnreachableFilterChainException;

/**
 * Explains a filter chain of the application that takes every request, so that ours would
 * take none.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnreachableChainFailureAnalyzer extends AbstractFailureAnalyzer<UnreachableFilterChainException> {

	private static final Pattern BEAN = Pattern.compile("defined as '([^']+)'");

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, UnreachableFilterChainException cause) {
		String first = name(cause.getFilterChain());
		String second = name(cause.getUnreachableFilterChain());
		if (!GuardChainRegistrar.CHAIN.equals(first) && !GuardChainRegistrar.CHAIN.equals(second)) {
			return null;
		}
		String other = GuardChainRegistrar.CHAIN.equals(first) ? second : first;
		return new FailureAnalysis(
				"The SecurityFilterChain '" + other + "' takes every request, and so does '" + GuardChainRegistrar.CHAIN
						+ "': one of them would never be asked.",
				"Give '" + other + "' the paths that are its own, for example http.securityMatcher(\"/admin/**\"), and "
						+ "Authgate guards all others. If '" + other
						+ "' is to take every request, leave Authgate's chain out with\n    authgate.catch-all: none",
				cause);
	}

	// The beans are gone when a failure is analysed; their names stand in the texts only.
	private static String name(SecurityFilterChain chain) {
		Matcher matcher = BEAN.matcher(chain.toString());
		return matcher.find() ? matcher.group(1) : chain.getClass().getSimpleName();
	}

}
