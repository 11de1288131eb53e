package dev.authgate.spring.websocket.stomp;

import java.time.Clock;
import java.util.List;

import dev.authgate.spring.MisconfigurationException;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.messaging.simp.annotation.support.SimpAnnotationMethodMessageHandler;
import org.springframework.messaging.simp.broker.AbstractBrokerMessageHandler;
import org.springframework.messaging.simp.user.UserDestinationMessageHandler;

/**
 * What judges the frames of clients, put together.
 * <p>
 * Safe for use by several threads.
 */
public final class StompFrames {

	private final FrameCredentials credentials;

	private final FrameJudge judge;

	private final FrameRefusals refusals;

	private StompFrames(FrameCredentials credentials, FrameJudge judge, FrameRefusals refusals) {
		this.credentials = credentials;
		this.judge = judge;
		this.refusals = refusals;
	}

	FrameCredentials credentials() {
		return this.credentials;
	}

	FrameJudge judge() {
		return this.judge;
	}

	FrameRefusals refusals() {
		return this.refusals;
	}

	/**
	 * What the frames of an application are judged by.
	 *
	 * @param rules the rules for destinations
	 * @param guards what the annotations of methods say
	 * @param credentials judges what frames bring with them
	 * @param refusals answers refused frames
	 * @param clock tells the time
	 */
	public record Parts(List<DestinationRule> rules, MessageGuards guards, FrameCredentials credentials,
			FrameRefusals refusals, Clock clock) {

		/**
		 * Puts them together.
		 * @param beans holds the handlers of messages
		 * @return what judges frames
		 * @throws MisconfigurationException if a rule or an annotation cannot be met
		 */
		public StompFrames in(ListableBeanFactory beans) {
			GuardedMessageHandler methods = methods(beans);
			this.guards.check(methods.getHandlerMethods().values());
			Destinations destinations = new Destinations(
					List.copyOf(beans.getBeansOfType(AbstractBrokerMessageHandler.class).values()),
					List.copyOf(beans.getBeansOfType(UserDestinationMessageHandler.class).values()),
					methods.getPathMatcher());
			FrameJudge judge = new FrameJudge(new DestinationRules(this.rules, methods.getPathMatcher()), destinations,
					this.guards, methods, this.clock);
			return new StompFrames(this.credentials, judge, this.refusals);
		}

		private static GuardedMessageHandler methods(ListableBeanFactory beans) {
			List<SimpAnnotationMethodMessageHandler> all = List
				.copyOf(beans.getBeansOfType(SimpAnnotationMethodMessageHandler.class).values());
			if (all.size() == 1 && all.get(0) instanceof GuardedMessageHandler guarded) {
				return guarded;
			}
			throw new MisconfigurationException(
					"The application handles messages by a SimpAnnotationMethodMessageHandler of its own, "
							+ "and authgate cannot guard what that calls.",
					"Use @EnableWebSocketMessageBroker and a WebSocketMessageBrokerConfigurer.");
		}

	}

}
