package dev.authgate.spring.form;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A place within this application that a browser may be sent to, and nothing that a
 * browser could take for a place elsewhere.
 *
 * @param path the path within the application, starting with one slash, and the query if
 * there is one
 */
public record LocalTarget(String path) {

	private static final int MAX_LENGTH = 2000;

	// Browsers take a backslash for a slash, and leave out tabs and line breaks.
	private static final Pattern VISIBLE = Pattern.compile("/[!-\\[\\]-~]*");

	// An empty segment makes the rest a host, dots leave the application, and what is
	// escaped may be decoded by a proxy on the way.
	private static final Pattern STRANGE = Pattern.compile(
			"//|/\\.{1,2}(?:/|$)|%(?:2[ef]|5c|25|[01][0-9a-f]|7f)|%(?![0-9a-f]{2})|[;<>\"]", Pattern.CASE_INSENSITIVE);

	private static final Pattern BAD_ESCAPE = Pattern.compile("%(?:0[0-9a-f]|1[0-9a-f]|7f|(?![0-9a-f]{2}))",
			Pattern.CASE_INSENSITIVE);

	/**
	 * Checks the target.
	 * @throws IllegalArgumentException if it could lead elsewhere; the message does not
	 * repeat it
	 */
	public LocalTarget {
		if (!isLocal(path)) {
			throw new IllegalArgumentException("A target is a path of this application, such as /dashboard");
		}
	}

	/**
	 * Reads a target that a client names.
	 * @param text any text
	 * @return the target, or {@code null} if it could lead elsewhere
	 */
	public static @Nullable LocalTarget parse(String text) {
		return isLocal(text) ? new LocalTarget(text) : null;
	}

	/**
	 * Gives the target of a redirect.
	 * @param request the request to be answered
	 * @return the path on this host
	 */
	public String location(HttpServletRequest request) {
		return request.getContextPath() + this.path;
	}

	private static boolean isLocal(String text) {
		if (text.length() > MAX_LENGTH || !VISIBLE.matcher(text).matches()) {
			return false;
		}
		int query = text.indexOf('?');
		String path = (query < 0) ? text : text.substring(0, query);
		return !STRANGE.matcher(path).find() && !BAD_ESCAPE.matcher(text).find();
	}

}
