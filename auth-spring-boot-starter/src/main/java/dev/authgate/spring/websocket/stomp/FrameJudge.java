package dev.authgate.spring.websocket.stomp;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.authgate.Caller;
import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Requirement;
import dev.authgate.spring.guard.model.Shortfall;
import dev.authgate.spring.web.AppliedGuard;
import dev.authgate.spring.web.OffMode;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
import dev.authgate.spring.websocket.WebSocketAuth;
import dev.authgate.spring.websocket.stomp.MessageGuards.MessageGuard;
import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.handler.HandlerMethod;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;

/**
 * Decides whether the caller of a socket may send a frame, by the rules for destinations
 * and by the annotations of the method that handles it.
 * <p>
 * Who is not known learns nothing about permissions. Safe for use by several threads.
 */
final class FrameJudge {

	private final DestinationRules rules;

	private final Destinations destinations;

	private final MessageGuards guards;

	private final GuardedMessageHandler methods;

	private final Clock clock;

	FrameJudge(DestinationRules rules, Destinations destinations, MessageGuards guards, GuardedMessageHandler methods,
			Clock clock) {
		this.rules = rules;
		this.destinations = destinations;
		this.guards = guards;
		this.methods = methods;
		this.clock = clock;
	}

	/**
	 * Judges a frame by what it is and where it goes.
	 */
	@Nullable Refusal refusalOf(Frame frame, WebSocketAuth auth) {
		if (frame.type() != SimpMessageType.MESSAGE && frame.type() != SimpMessageType.SUBSCRIBE) {
			return judge(auth, Access.REQUIRED, MessageGuard.NONE);
		}
		String destination = frame.destination();
		if (destination == null || destination.isEmpty()) {
			return Refusal.of(ErrorCode.BAD_REQUEST);
		}
		return refusalOf(frame.type(), destination, auth);
	}

	/**
	 * Judges a message again, by the method that it was really dispatched to.
	 */
	@Nullable Refusal refusalOf(HandlerMethod method, Message<?> message) {
		MessageHeaders headers = message.getHeaders();
		SimpMessageType type = SimpMessageHeaderAccessor.getMessageType(headers);
		String destination = SimpMessageHeaderAccessor.getDestination(headers);
		Map<String, Object> attributes = SimpMessageHeaderAccessor.getSessionAttributes(headers);
		WebSocketAuth auth = (attributes != null) ? WebSocketAuth.in(attributes) : null;
		return (type == null || destination == null || auth == null) ? Refusal.of(ErrorCode.ACCESS_DENIED)
				: refusalOf(this.guards.of(method), this.rules.find(type, destination), auth);
	}

	private @Nullable Refusal refusalOf(SimpMessageType type, String destination, WebSocketAuth auth) {
		DestinationRule rule = this.rules.find(type, destination);
		HandlerMethod method = this.methods.find(type, destination);
		boolean named = rule != null && rule.pattern().equals(destination);
		boolean passedOn = this.destinations.arePassedOn(destination);
		// Whoever asks for several destinations at once gets those of others.
		boolean evasive = passedOn && !named && this.destinations.isEvasive(destination);
		// Whoever publishes by itself speaks to all subscribers in the application's
		// name.
		boolean loud = rule == null && type == SimpMessageType.MESSAGE && (passedOn || method == null);
		if (evasive || loud) {
			return judge(auth, Access.DENIED, MessageGuard.NONE);
		}
		return refusalOf((method != null) ? this.guards.of(method) : MessageGuard.NONE, rule, auth);
	}

	private @Nullable Refusal refusalOf(MessageGuard guard, @Nullable DestinationRule rule, WebSocketAuth auth) {
		if (rule == null) {
			return judge(auth, (guard.access() != null) ? guard.access() : Access.REQUIRED, guard);
		}
		Access access = (guard.access() != null) ? guard.access().strictest(rule.access()) : rule.access();
		Requirement both = rule.requirement().and(guard.requirement());
		return judge(auth, access, new MessageGuard(access, guard.authenticators(), both));
	}

	private @Nullable Refusal judge(WebSocketAuth auth, Access access, MessageGuard guard) {
		AppliedGuard applied = auth.applied();
		Caller caller = applied.caller();
		if (caller == null) {
			return access.admitsAnonymous() ? null : Refusal.of(ErrorCode.MISSING_CREDENTIALS, applied.guard());
		}
		if (isOver(caller)) {
			return Refusal.of(ErrorCode.INVALID_CREDENTIALS, applied.guard());
		}
		if (access == Access.DENIED) {
			return Refusal.of(ErrorCode.ACCESS_DENIED, applied.guard());
		}
		if (access == Access.PUBLIC || OffMode.NAME.equals(caller.authenticator())) {
			return null;
		}
		if (guard.authenticators() != null && !guard.authenticators().contains(caller.authenticator())) {
			return Refusal.of(ErrorCode.ACCESS_DENIED, applied.guard());
		}
		Shortfall shortfall = guard.requirement().judge(caller.user().permissions(), caller.roles());
		return shortfall.any() ? missing(applied, caller, shortfall.permissions()) : null;
	}

	private static Refusal missing(AppliedGuard applied, Caller caller, List<String> permissions) {
		return Refusal.of(ErrorCode.INSUFFICIENT_PERMISSIONS, applied.guard())
			.missing(permissions, applied.guard().authenticator(caller.authenticator()));
	}

	private boolean isOver(Caller caller) {
		Instant expiry = caller.expiresAt();
		return expiry != null && !this.clock.instant().isBefore(expiry);
	}

}
