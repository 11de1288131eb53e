package dev.authgate.spring.autoconfigure.websocket;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Requirement;
import dev.authgate.spring.guard.model.RequirementReader;
import dev.authgate.spring.settings.websocket.Destination;
import dev.authgate.spring.settings.websocket.Destination.Type;
import dev.authgate.spring.websocket.stomp.DestinationRule;
import org.jspecify.annotations.Nullable;

import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.util.StringUtils;

/**
 * The rules for destinations as they are configured.
 *
 * @param requirements reads what is required
 */
record StompRules(RequirementReader requirements) {

	List<DestinationRule> of(List<Destination> destinations) {
		List<DestinationRule> rules = new ArrayList<>();
		for (int i = 0; i < destinations.size(); i++) {
			rules.add(rule(destinations.get(i), "authgate.websocket.destinations[" + i + "]"));
		}
		return rules;
	}

	private DestinationRule rule(Destination written, String where) {
		if (!StringUtils.hasText(written.destination())) {
			throw new MisconfigurationException(where + " names no destination.",
					"Add destination, for example destination: /topic/news");
		}
		Requirement requirement = requirement(written, where);
		Access access = Objects.requireNonNullElse(written.access(), Access.REQUIRED);
		if (access == Access.OPTIONAL || access == Access.OPTIONAL_LENIENT) {
			throw new MisconfigurationException(
					where + " has an optional access, but a frame is sent by whoever opened the socket.",
					"Write access: public, which lets everybody through, or access: required.");
		}
		if (access != Access.REQUIRED && !requirement.isNone()) {
			throw new MisconfigurationException(
					where + " is " + ((access == Access.PUBLIC) ? "public" : "denied")
							+ ", and requires permissions or roles of its callers.",
					"Remove access, or what is required.");
		}
		return new DestinationRule(written.destination().strip(), type(written.type()), access, requirement, where);
	}

	private Requirement requirement(Destination written, String where) {
		Requirement requirement = Requirement.NONE;
		if (written.permissions() != null) {
			requirement = this.requirements.permissions(written.permissions(), false, where + ".permissions");
		}
		if (written.anyPermission() != null) {
			requirement = requirement
				.and(this.requirements.permissions(written.anyPermission(), true, where + ".any-permission"));
		}
		return (written.roles() != null) ? requirement.and(this.requirements.roles(written.roles(), where + ".roles"))
				: requirement;
	}

	private static @Nullable SimpMessageType type(@Nullable Type type) {
		if (type == null) {
			return null;
		}
		return (type == Type.SEND) ? SimpMessageType.MESSAGE : SimpMessageType.SUBSCRIBE;
	}

}
