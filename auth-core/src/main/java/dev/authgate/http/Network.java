package dev.authgate.http;

/**
 * A network of IP addresses in the notation of RFC 4632 section 3.1.
 *
 * @param address the first address
 * @param prefix how many leading bits all addresses have in common
 */
record Network(IpAddress address, int prefix) {

	/**
	 * Reads a network or a single address.
	 * @throws IllegalArgumentException if it is neither, or trusting it is a mistake
	 */
	static Network parse(String text) {
		int slash = text.indexOf('/');
		IpAddress address = IpAddress.parse((slash < 0) ? text : text.substring(0, slash));
		if (address == null || (text.indexOf(':') >= 0 && address.bits() == Integer.SIZE)) {
			throw new IllegalArgumentException(
					"is no IP address or network; write 10.0.0.0/8, 192.0.2.7 or 2001:db8::/32, never a host name");
		}
		int prefix = (slash < 0) ? address.bits() : IpAddress.decimal(text.substring(slash + 1), address.bits());
		if (prefix < 0) {
			throw new IllegalArgumentException(
					"has no prefix length from 1 to " + address.bits() + " behind the slash");
		}
		if (prefix == 0) {
			throw new IllegalArgumentException(
					"is everybody, who could then be any user; name the network of your proxies");
		}
		IpAddress first = address.network(prefix);
		if (!first.equals(address)) {
			throw new IllegalArgumentException(
					"is an address within a network; write " + first + "/" + prefix + " for the whole network");
		}
		return new Network(address, prefix);
	}

	boolean contains(IpAddress other) {
		return other.bits() == this.address.bits() && other.network(this.prefix).equals(this.address);
	}

	@Override
	public String toString() {
		return this.address + "/" + this.prefix;
	}

}
