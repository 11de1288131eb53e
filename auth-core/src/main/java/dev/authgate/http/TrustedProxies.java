package dev.authgate.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The networks of the proxies that are believed what they say about a request.
 * <p>
 * Addresses are compared as numbers and never looked up; an IPv4 address is the same on
 * an IPv6 socket. Immutable.
 */
public final class TrustedProxies {

	private static final TrustedProxies NONE = new TrustedProxies(List.of());

	private final List<Network> networks;

	private TrustedProxies(List<Network> networks) {
		this.networks = List.copyOf(networks);
	}

	/**
	 * Trusts nobody.
	 * @return no proxies
	 */
	public static TrustedProxies none() {
		return NONE;
	}

	/**
	 * Trusts the addresses of some networks.
	 * @param networks IPv4 and IPv6 networks such as {@code 10.0.0.0/8}, or single
	 * addresses
	 * @return the proxies
	 * @throws IllegalArgumentException if there is none; if one is malformed, a host
	 * name, or has bits set beyond its prefix; or if one is the network of all addresses
	 */
	public static TrustedProxies of(Collection<String> networks) {
		if (networks.isEmpty()) {
			throw new IllegalArgumentException("The list of trusted proxies is empty");
		}
		List<Network> parsed = new ArrayList<>();
		for (String network : networks) {
			try {
				parsed.add(Network.parse(network));
			}
			catch (IllegalArgumentException ex) {
				throw new IllegalArgumentException("'" + printable(network) + "' " + ex.getMessage(), ex);
			}
		}
		return new TrustedProxies(parsed);
	}

	/**
	 * Tells whether a peer is trusted.
	 * @param address the textual IP address of the peer of a network connection
	 * @return {@code true} only if it can be read and lies in one of the networks
	 */
	public boolean contains(String address) {
		return !this.networks.isEmpty() && contains(IpAddress.parse(address));
	}

	boolean contains(@Nullable IpAddress address) {
		if (address == null) {
			return false;
		}
		for (Network network : this.networks) {
			if (network.contains(address)) {
				return true;
			}
		}
		return false;
	}

	@Override
	public String toString() {
		return this.networks.toString();
	}

	private static String printable(String text) {
		StringBuilder safe = new StringBuilder();
		text.chars().limit(50).forEach((c) -> safe.append((c < ' ' || c > '~') ? '?' : (char) c));
		return safe.toString();
	}

}
