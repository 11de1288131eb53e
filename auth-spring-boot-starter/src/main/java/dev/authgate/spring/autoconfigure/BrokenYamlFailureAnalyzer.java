package dev.authgate.spring.autoconfigure;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains that a YAML file cannot be read by the place in it alone: the exception also
 * repeats the lines around, in which a secret can stand.
 */
final class BrokenYamlFailureAnalyzer extends AbstractFailureAnalyzer<MarkedYAMLException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MarkedYAMLException cause) {
		Mark mark = cause.getProblemMark();
		String place = (mark != null) ? ", line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) : "";
		String problem = "A configuration file is no YAML" + place + ".";
		// The cause is logged at the level debug, with its text.
		return new FailureAnalysis(problem,
				"Look there, and at the line before, for a tab, a quote that is not closed, or a colon without a blank. "
						+ "The line itself is not repeated here, because a secret could be in it.",
				new IllegalStateException(problem));
	}

}
