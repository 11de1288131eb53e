package dev.authgate.spring.web.origin;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

import dev.authgate.spring.throttle.DeadlineThrottle;
import dev.authgate.throttle.Attempt;
import dev.authgate.throttle.AttemptKind;
import dev.authgate.throttle.Throttle;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Counts attempts, and warns once where they seem to come through a proxy that is not
 * trusted: all its clients would share one address.
 * <p>
 * Looks at nothing but requests that are counted, and at none after the warning. Safe for
 * use by several threads.
 */
public final class ProxyHint implements Throttle, AutoCloseable {

	private static final Log logger = LogFactory.getLog(ProxyHint.class);

	private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");

	private final AtomicBoolean warned = new AtomicBoolean();

	private final Throttle throttle;

	private final Proxies proxies;

	/**
	 * Makes a throttle.
	 * @param throttle counts; one with a deadline is closed with this one
	 * @param proxies tell who is trusted
	 */
	public ProxyHint(Throttle throttle, Proxies proxies) {
		this.throttle = throttle;
		this.proxies = proxies;
	}

	@Override
	public Attempt attempt(AttemptKind kind, @Nullable String account, String clientAddress) {
		if (!this.warned.get()) {
			look();
		}
		return this.throttle.attempt(kind, account, clientAddress);
	}

	@Override
	public void close() {
		if (this.throttle instanceof DeadlineThrottle deadline) {
			deadline.close();
		}
	}

	private void look() {
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
			String peer = this.proxies.unbelieved(attributes.getRequest());
			if (peer != null && !this.warned.getAndSet(true)) {
				warn(peer);
			}
		}
	}

	// What the header says is a stranger's, and not for the log.
	private static void warn(String peer) {
		String from = LITERAL.matcher(peer).matches() ? peer : "a peer";
		logger.warn("An attempt from " + from + " names another client in a header, and comes from no trusted proxy. "
				+ "If that is a proxy of yours, the limits on attempts take all its clients for one: name its network "
				+ "in authgate.forwarded-user.trusted-proxies. If it is not, somebody wrote the header, which is "
				+ "ignored. (logged once)");
	}

}
