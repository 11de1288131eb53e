package dev.authgate.spring.websocket.stomp;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.guard.handler.HandlerDeclarations;
import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Authenticators;
import dev.authgate.spring.guard.model.Declaration;
import dev.authgate.spring.guard.model.NamedAuthenticator;
import dev.authgate.spring.guard.model.Requirement;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodClassKey;
import org.springframework.messaging.handler.HandlerMethod;

/**
 * What the annotations of the methods that handle messages say.
 * <p>
 * Safe for use by several threads.
 */
public final class MessageGuards {

	private final Map<MethodClassKey, MessageGuard> cache = new ConcurrentHashMap<>();

	private final HandlerDeclarations declarations;

	private final Authenticators authenticators;

	/**
	 * Reads annotations when they are asked for.
	 * @param declarations reads them
	 * @param authenticators the authenticators that they may name
	 */
	public MessageGuards(HandlerDeclarations declarations, Authenticators authenticators) {
		this.declarations = declarations;
		this.authenticators = authenticators;
	}

	/**
	 * Reads the annotations of all methods.
	 * @throws MisconfigurationException if one of them cannot be met
	 */
	void check(Collection<HandlerMethod> methods) {
		methods.forEach(this::of);
	}

	MessageGuard of(HandlerMethod method) {
		MethodClassKey key = new MethodClassKey(method.getMethod(), method.getBeanType());
		MessageGuard known = this.cache.get(key);
		return (known != null) ? known : this.cache.computeIfAbsent(key, (missing) -> read(method));
	}

	private MessageGuard read(HandlerMethod method) {
		Declaration declared = this.declarations.of(method.getBeanType(), method.getMethod());
		if (!declared.requirement().policies().isEmpty()) {
			throw new MisconfigurationException(
					"@RequirePolicy on " + declared.source() + " has no effect, because policies judge requests, "
							+ "and a message is none.",
					"Use @RequirePermission or @RequireRole, or ask the policy in the method.");
		}
		return new MessageGuard(declared.access(), names(declared), declared.requirement());
	}

	private @Nullable Set<String> names(Declaration declared) {
		List<String> written = declared.authenticators();
		if (written == null) {
			return null;
		}
		Set<String> names = new HashSet<>();
		for (NamedAuthenticator named : this.authenticators.resolve(written,
				"@Authenticated on " + declared.source())) {
			names.add(named.name());
		}
		return names;
	}

	/**
	 * What the annotations of one method say.
	 *
	 * @param access who is let through, {@code null} if they leave it open
	 * @param authenticators the names of those that may have authenticated the caller,
	 * {@code null} for any
	 * @param requirement what a known caller must be allowed to do
	 */
	record MessageGuard(@Nullable Access access, @Nullable Set<String> authenticators, Requirement requirement) {

		static final MessageGuard NONE = new MessageGuard(null, null, Requirement.NONE);

	}

}
