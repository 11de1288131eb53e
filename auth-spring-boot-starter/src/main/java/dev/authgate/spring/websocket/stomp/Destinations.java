package dev.authgate.spring.websocket.stomp;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.messaging.simp.broker.AbstractBrokerMessageHandler;
import org.springframework.messaging.simp.broker.SimpleBrokerMessageHandler;
import org.springframework.messaging.simp.user.DefaultUserDestinationResolver;
import org.springframework.messaging.simp.user.UserDestinationMessageHandler;
import org.springframework.util.PathMatcher;

/**
 * Where the destinations of clients lead beside the application's own methods: to brokers
 * and, through those, to other users.
 * <p>
 * Safe for use by several threads.
 */
final class Destinations {

	private static final String USERS = "/user/";

	// What one broker or another reads as several destinations, or as another spelling.
	private static final Pattern SEVERAL = Pattern.compile("[*#>?{},%\\\\\\s]");

	// What the resolver of Spring makes of a destination of one user, and the id of the
	// session.
	private static final Pattern RESOLVED = Pattern.compile("-user[\\w-]{8,}$");

	private final List<AbstractBrokerMessageHandler> brokers;

	private final List<String> users;

	private final PathMatcher matcher;

	private final boolean foreign;

	Destinations(List<AbstractBrokerMessageHandler> brokers, List<UserDestinationMessageHandler> users,
			PathMatcher matcher) {
		this.brokers = brokers;
		this.users = users.stream().map(Destinations::prefix).toList();
		this.matcher = matcher;
		this.foreign = brokers.stream().anyMatch((broker) -> !(broker instanceof SimpleBrokerMessageHandler));
	}

	/**
	 * Tells whether what is sent there is passed on to others without any method of the
	 * application.
	 */
	boolean arePassedOn(String destination) {
		return this.users.stream().anyMatch(destination::startsWith)
				|| this.brokers.stream().anyMatch((broker) -> takes(broker.getDestinationPrefixes(), destination));
	}

	/**
	 * Tells whether it is more than one destination, or that of another user's session.
	 */
	boolean isEvasive(String destination) {
		return this.matcher.isPattern(destination) || RESOLVED.matcher(destination).find()
				|| (this.foreign && SEVERAL.matcher(destination).find());
	}

	// A broker without prefixes takes everything.
	private static boolean takes(Collection<String> prefixes, String destination) {
		return prefixes.isEmpty() || prefixes.stream().anyMatch(destination::startsWith);
	}

	private static String prefix(UserDestinationMessageHandler handler) {
		return (handler.getUserDestinationResolver() instanceof DefaultUserDestinationResolver resolver)
				? resolver.getDestinationPrefix() : USERS;
	}

}
