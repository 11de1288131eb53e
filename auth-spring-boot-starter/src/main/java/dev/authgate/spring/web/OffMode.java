package dev.authgate.spring.web;

import dev.authgate.Caller;
import dev.authgate.spring.web.origin.CrossSite;
import dev.authgate.spring.web.origin.LocalCallers;
import dev.authgate.spring.web.origin.Proxies;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The switch that makes every local request the default user with every permission and
 * role.
 * <p>
 * Immutable.
 */
public final class OffMode {

	/** The authenticator of the default user. */
	public static final String NAME = "off";

	private static final CrossSite CROSS_SITE = new CrossSite(Proxies.none());

	private final @Nullable Caller defaultUser;

	private final boolean allowRemote;

	private final LocalCallers localCallers;

	private OffMode(@Nullable Caller defaultUser, boolean allowRemote, LocalCallers localCallers) {
		this.defaultUser = defaultUser;
		this.allowRemote = allowRemote;
		this.localCallers = localCallers;
	}

	/**
	 * Leaves authentication on.
	 * @return the switch, not thrown
	 */
	public static OffMode disabled() {
		return new OffMode(null, false, new LocalCallers(true));
	}

	/**
	 * Switches authentication off.
	 * @param defaultUser who every request is
	 * @param allowRemote whether callers from elsewhere are that user as well
	 * @param localCallers tells who is local
	 * @return the switch, thrown
	 */
	public static OffMode of(Caller defaultUser, boolean allowRemote, LocalCallers localCallers) {
		return new OffMode(defaultUser, allowRemote, localCallers);
	}

	boolean isOn() {
		return this.defaultUser != null;
	}

	Decision decide(HttpServletRequest request) {
		if (this.allowRemote || this.localCallers.isLocal(request)) {
			return CROSS_SITE.couldBeForged(request) ? new Decision.Refused(Refusal.of(ErrorCode.CSRF), null)
					: new Decision.Granted(this.defaultUser, true);
		}
		return new Decision.Refused(Refusal.of(ErrorCode.ACCESS_DENIED), null);
	}

}
