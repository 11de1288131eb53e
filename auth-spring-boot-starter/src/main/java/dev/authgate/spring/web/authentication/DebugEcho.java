package dev.authgate.spring.web.authentication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import dev.authgate.AuthRequest;
import dev.authgate.AuthUser;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.AuthenticationResult.Rejected;
import dev.authgate.Authenticator;
import dev.authgate.Caller;
import dev.authgate.PermissionSet;
import dev.authgate.RejectionReason;
import dev.authgate.spring.guard.handler.QueryParameters;
import dev.authgate.spring.web.origin.LocalCallers;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Takes every local caller for the user {@code debug} with all permissions, whose data is
 * the request.
 * <p>
 * What is, or looks like, a credential is masked, and the body is not read. The caller is
 * ambient, because it takes no credential at all to be it. Immutable.
 */
public final class DebugEcho implements Authenticator {

	/** The name of the built-in authenticator that echoes requests. */
	public static final String NAME = "debug";

	private static final String MASK = "******";

	private static final Set<String> HARMLESS = harmless();

	private static final Pattern CONFIDENTIAL_NAME = Pattern.compile(
			"auth|cookie|key|token|secret|pass|pwd|credential|session|sid|sign|jwt|csrf|xsrf|code|assert|otp|referer|ur[il]",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern CONFIDENTIAL_VALUE = Pattern
		.compile("(?:.*[^A-Za-z0-9])?(?:eyJ.*|[A-Za-z0-9_~+/=.%-]{16,}(?:[^A-Za-z0-9].*)?)", Pattern.DOTALL);

	private final LocalCallers localCallers;

	private final PermissionSet permissions;

	private final Set<String> confidential;

	/**
	 * Makes an authenticator.
	 * @param localCallers tells who is local
	 * @param permissions every permission there is
	 * @param confidential names of headers and query parameters that carry credentials,
	 * beside those that are known by their names
	 */
	public DebugEcho(LocalCallers localCallers, PermissionSet permissions, Collection<String> confidential) {
		this.localCallers = localCallers;
		this.permissions = permissions;
		Set<String> anyCase = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		anyCase.addAll(confidential);
		this.confidential = Collections.unmodifiableSet(anyCase);
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public AuthenticationResult authenticate(AuthRequest request) {
		if (!(request instanceof ServletAuthRequest servlet) || !servlet.isLocal(this.localCallers)) {
			return new Rejected(RejectionReason.FORBIDDEN, true);
		}
		AuthUser user = new AuthUser(NAME, echo(request, servlet.request()), this.permissions);
		return new Authenticated(Caller.of(user, NAME), true);
	}

	private Map<String, Object> echo(AuthRequest request, HttpServletRequest servlet) {
		Map<String, Object> headers = new LinkedHashMap<>();
		for (String name : Collections.list(servlet.getHeaderNames())) {
			headers.put(name, masked(name, request.headers(name)));
		}
		Map<String, Object> query = new LinkedHashMap<>();
		QueryParameters.parse(servlet.getQueryString())
			.forEach((name, values) -> query.put(name, masked(name, values)));
		Map<String, Object> echo = new LinkedHashMap<>();
		echo.put("method", request.method());
		echo.put("path", request.path());
		echo.put("headers", headers);
		echo.put("query", query);
		echo.put("cookies", names(servlet.getCookies()));
		return echo;
	}

	private List<String> masked(String name, List<String> values) {
		if (HARMLESS.contains(name)) {
			return values;
		}
		boolean all = this.confidential.contains(name) || CONFIDENTIAL_NAME.matcher(name).find();
		return values.stream()
			.map((value) -> (all || CONFIDENTIAL_VALUE.matcher(value).matches()) ? MASK : value)
			.toList();
	}

	private static List<String> names(Cookie @Nullable [] cookies) {
		return (cookies != null) ? Arrays.stream(cookies).map(Cookie::getName).toList() : new ArrayList<>();
	}

	private static Set<String> harmless() {
		Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		names.addAll(List.of("Accept", "Accept-Encoding", "Accept-Language", "Cache-Control", "Connection",
				"Content-Length", "Content-Type", "Host", "Origin", "User-Agent"));
		return names;
	}

}
