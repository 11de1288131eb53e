package dev.authgate.spring.session.stored;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.authgate.spring.session.BrowserSessions;
import dev.authgate.spring.web.Refuser;
import dev.authgate.spring.web.refusal.RefusalException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Refuses a request whose session could not be stored, which Spring Session tries when
 * everything else is done.
 * <p>
 * A login that began with the request ends, and none of its cookies reaches the browser.
 * Safe for use by several threads.
 */
public final class UnstoredSessions implements Filter {

	private final BrowserSessions sessions;

	private final Refuser refuser;

	/**
	 * Makes the filter.
	 * @param sessions ends logins
	 * @param refuser answers
	 */
	public UnstoredSessions(BrowserSessions sessions, Refuser refuser) {
		this.sessions = sessions;
		this.refuser = refuser;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		SessionOutage.requestBegins();
		try {
			chain.doFilter(request, response);
		}
		catch (ServletException | RuntimeException ex) {
			RefusalException refusal = refusalIn(ex);
			if (refusal == null) {
				throw ex;
			}
			refuse(refusal, (HttpServletRequest) request, (HttpServletResponse) response);
		}
		finally {
			SessionOutage.requestEnds();
		}
	}

	private void refuse(RefusalException refusal, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		boolean begun = this.sessions.abandon(request);
		if (!response.isCommitted()) {
			reset(response, begun);
			this.refuser.refuse(refusal.refusal(), null, request, response);
		}
	}

	// What belongs to the answer that is not sent goes, and with a login that ended its
	// cookies. Others stay: the next cookie of a remembered login is the only good one.
	private static void reset(HttpServletResponse response, boolean begun) {
		Map<String, List<String>> kept = new LinkedHashMap<>();
		response.getHeaderNames().forEach((name) -> kept.put(name, new ArrayList<>(response.getHeaders(name))));
		kept.keySet()
			.removeIf((name) -> isOfTheAnswer(name) || (begun && name.equalsIgnoreCase(HttpHeaders.SET_COOKIE)));
		response.reset();
		kept.forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
	}

	private static boolean isOfTheAnswer(String header) {
		return switch (header.toLowerCase(Locale.ROOT)) {
			case "location", "etag", "last-modified", "accept-ranges", "transfer-encoding" -> true;
			case "content-security-policy" -> false;
			default -> header.regionMatches(true, 0, "content-", 0, "content-".length());
		};
	}

	private static @Nullable RefusalException refusalIn(Exception exception) {
		if (exception instanceof RefusalException refusal) {
			return refusal;
		}
		return (NestedExceptionUtils.getRootCause(exception) instanceof RefusalException root) ? root : null;
	}

}
