package dev.authgate.spring.properties;

import java.util.List;
import java.util.stream.Collectors;

import dev.authgate.spring.MisconfigurationException;

/**
 * Something that is wrong with the properties.
 *
 * @param problem what is wrong, and where
 * @param action what to type instead
 */
record Complaint(String problem, String action) {

	MisconfigurationException asException() {
		return new MisconfigurationException(this.problem, this.action);
	}

	static void raise(List<Complaint> complaints) {
		if (!complaints.isEmpty()) {
			throw new MisconfigurationException(
					complaints.stream().map(Complaint::problem).distinct().collect(Collectors.joining("\n")),
					complaints.stream().map(Complaint::action).distinct().collect(Collectors.joining("\n")));
		}
	}

}
