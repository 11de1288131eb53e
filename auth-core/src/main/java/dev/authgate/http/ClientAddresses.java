package dev.authgate.http;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds the address of whoever sent a request first, from the addresses that trusted
 * proxies have added to a header.
 * <p>
 * Each proxy adds, at the right, the address that it was asked from; what stands left of
 * the first one that is no proxy of ours was written by that client and is not believed.
 * An entry that cannot be read ends the search with the last one that could. Immutable.
 */
public final class ClientAddresses {

	/** The header unless another is named. */
	public static final String DEFAULT_HEADER = "X-Forwarded-For";

	private static final String STANDARD_HEADER = "Forwarded";

	private static final Pattern PAIR = Pattern
		.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]++)=(" + "[!#$%&'*+.^_`|~0-9A-Za-z-]++|\"[\\x20-\\x7e&&[^\"\\\\]]*+\")");

	private static final int MAX_PORT = 65_535;

	private static final int V4_BITS = 32;

	private static final int V6_NETWORK_BITS = 64;

	private static final ClientAddresses OF_PEERS = new ClientAddresses(TrustedProxies.none(), DEFAULT_HEADER);

	private final TrustedProxies proxies;

	private final String header;

	/**
	 * Believes some proxies.
	 * @param proxies the proxies
	 * @param header the name of the header that every one of them adds to, or sets:
	 * {@code Forwarded} (RFC 7239), or one with addresses between commas
	 */
	public ClientAddresses(TrustedProxies proxies, String header) {
		this.proxies = proxies;
		this.header = header;
	}

	/**
	 * Believes nobody.
	 * @return what takes every peer for the client
	 */
	public static ClientAddresses ofPeers() {
		return OF_PEERS;
	}

	/**
	 * Gives what is counted as one client: an IPv4 address, or the 64 bits that an IPv6
	 * network has, because whoever has the network has all of its addresses.
	 * @param address the textual IP address of the client
	 * @return the text of the address or the network; a text that is no address as it is
	 */
	public static String networkOf(String address) {
		IpAddress parsed = IpAddress.parse(address);
		if (parsed == null) {
			return address;
		}
		boolean v6 = parsed.bits() > V4_BITS;
		return v6 ? parsed.network(V6_NETWORK_BITS) + "/" + V6_NETWORK_BITS : parsed.toString();
	}

	/**
	 * Gives the header.
	 * @return the name of the header that proxies add to
	 */
	public String header() {
		return this.header;
	}

	/**
	 * Tells whether the peer is one of the proxies.
	 * @param peer the address of the peer of the network connection
	 * @return {@code true} if it is believed
	 */
	public boolean believes(String peer) {
		return this.proxies.contains(peer);
	}

	/**
	 * Finds the address of the client.
	 * @param peer the address of the peer of the network connection
	 * @param values all values of the header, in their order
	 * @return the rightmost address that is no proxy, or the leftmost if all are; the
	 * peer where it is not believed
	 */
	public String find(String peer, List<String> values) {
		String last = peer;
		if (!this.proxies.contains(peer)) {
			return last;
		}
		for (int i = values.size() - 1; i >= 0; i--) {
			String value = values.get(i);
			for (int end = value.length(); end >= 0;) {
				int comma = value.lastIndexOf(',', end - 1);
				IpAddress hop = hop(stripped(value, comma + 1, end));
				if (hop == null) {
					return last;
				}
				last = hop.toString();
				if (!this.proxies.contains(hop)) {
					return last;
				}
				end = comma;
			}
		}
		return last;
	}

	private @Nullable IpAddress hop(String element) {
		return STANDARD_HEADER.equalsIgnoreCase(this.header) ? standard(element) : address(element);
	}

	// https://www.rfc-editor.org/rfc/rfc7239.html#section-4
	private static @Nullable IpAddress standard(String element) {
		String node = null;
		for (String text : element.split(";", -1)) {
			Matcher pair = PAIR.matcher(text);
			boolean names = pair.matches() && pair.group(1).equalsIgnoreCase("for");
			if ((!text.isEmpty() && !pair.matches()) || (names && node != null)) {
				return null;
			}
			node = names ? pair.group(2) : node;
		}
		return (node != null) ? standardNode(node) : null;
	}

	private static @Nullable IpAddress standardNode(String node) {
		if (!node.startsWith("\"")) {
			return IpAddress.parse(node);
		}
		String unquoted = node.substring(1, node.length() - 1);
		boolean bareV6 = !unquoted.startsWith("[") && unquoted.indexOf(':') != unquoted.lastIndexOf(':');
		return bareV6 ? null : address(unquoted);
	}

	// Some proxies add the port: 192.0.2.7:4711, [2001:db8::7]:4711.
	private static @Nullable IpAddress address(String node) {
		if (node.startsWith("[")) {
			int end = node.indexOf(']');
			boolean v6 = end > 0 && node.substring(0, end).indexOf(':') > 0;
			return (v6 && isPortOrEmpty(node.substring(end + 1))) ? IpAddress.parse(node.substring(1, end)) : null;
		}
		int colon = node.indexOf(':');
		if (colon >= 0 && colon == node.lastIndexOf(':')) {
			return isPortOrEmpty(node.substring(colon)) ? IpAddress.parse(node.substring(0, colon)) : null;
		}
		return IpAddress.parse(node);
	}

	private static boolean isPortOrEmpty(String rest) {
		return rest.isEmpty() || (rest.startsWith(":") && IpAddress.decimal(rest.substring(1), MAX_PORT) >= 0);
	}

	// Blanks and tabs only (RFC 9110 section 5.6.3).
	private static String stripped(String value, int from, int to) {
		int start = from;
		int end = to;
		while (start < end && isBlank(value.charAt(start))) {
			start++;
		}
		while (end > start && isBlank(value.charAt(end - 1))) {
			end--;
		}
		return value.substring(start, end);
	}

	private static boolean isBlank(char c) {
		return c == ' ' || c == '\t';
	}

}
