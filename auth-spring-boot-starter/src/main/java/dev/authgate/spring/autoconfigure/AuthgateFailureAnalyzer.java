package dev.authgate.spring.autoconfigure;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.properties.Origins;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Explains a misconfiguration: what is wrong, where it was set, and what to type.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class AuthgateFailureAnalyzer extends AbstractFailureAnalyzer<MisconfigurationException> {

	private static final Pattern PROPERTY = Pattern.compile("\\bauthgate(?:\\.[a-z][a-z-]*+(?:\\[\\d++])?+)++");

	private final Environment environment;

	AuthgateFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MisconfigurationException cause) {
		String problem = String.valueOf(cause.getMessage());
		StringBuilder description = new StringBuilder(problem);
		for (String name : namesIn(problem)) {
			String origin = Origins.of(this.environment, name);
			if (origin != null && !problem.contains(origin)) {
				description.append("\n\n").append(name).append(" is set at ").append(origin);
			}
		}
		return new FailureAnalysis(description.toString(), cause.action(), cause);
	}

	private static Set<String> namesIn(String problem) {
		Set<String> names = new LinkedHashSet<>();
		Matcher matcher = PROPERTY.matcher(problem);
		while (matcher.find()) {
			names.add(matcher.group());
		}
		return names;
	}

}
