package dev.authgate.spring.websocket.handshake;

import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The subprotocols that a client offers, among which a browser hides a credential,
 * because it is the one header that a script may set: the name of a scheme, and behind it
 * the credential.
 * <p>
 * Several lines are one list (RFC 9110 section 5.3).
 *
 * @param names what is offered, without credentials; schemes last, so that the
 * application chooses one of its own where it can
 * @param scheme the first scheme as it was spelled, {@code null} if there is none
 * @param credentials each scheme with what follows it, if anything does
 */
record Subprotocols(List<String> names, @Nullable String scheme, List<String> credentials) {

	static final String HEADER = "Sec-WebSocket-Protocol";

	static Subprotocols of(HttpServletRequest request, Set<String> known) {
		List<String> names = new ArrayList<>();
		List<String> schemes = new ArrayList<>();
		List<String> credentials = new ArrayList<>();
		List<String> offered = offered(request);
		for (int i = 0; i < offered.size(); i++) {
			String name = offered.get(i);
			if (known.contains(name.toLowerCase(Locale.ROOT))) {
				i++;
				schemes.add(name);
				credentials.add(name + " " + ((i < offered.size()) ? offered.get(i) : ""));
			}
			else if (!name.isEmpty()) {
				names.add(name);
			}
		}
		String scheme = schemes.isEmpty() ? null : schemes.get(0);
		if (scheme != null) {
			names.add(scheme);
		}
		return new Subprotocols(List.copyOf(names), scheme, List.copyOf(credentials));
	}

	private static List<String> offered(HttpServletRequest request) {
		List<String> offered = new ArrayList<>();
		Enumeration<String> lines = request.getHeaders(HEADER);
		while (lines.hasMoreElements()) {
			for (String name : lines.nextElement().split(",", -1)) {
				offered.add(name.strip());
			}
		}
		return offered;
	}

	@Override
	public String toString() {
		return this.names.toString();
	}

}
