package dev.authgate.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * An IP address, read from its text and never looked up.
 * <p>
 * An IPv4 address that is written as an IPv6 one (RFC 4291 section 2.5.5.2) is that IPv4
 * address, so that a proxy is the same one on either kind of socket. Immutable.
 */
final class IpAddress {

	private static final int V4_BYTES = 4;

	private static final int V6_BYTES = 16;

	private static final int MAX_TEXT_LENGTH = 45;

	private static final byte[] MAPPED_PREFIX = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1 };

	private final byte[] bytes;

	private IpAddress(byte[] bytes) {
		this.bytes = bytes;
	}

	static @Nullable IpAddress parse(String text) {
		if (text.length() > MAX_TEXT_LENGTH) {
			return null;
		}
		byte[] bytes = (text.indexOf(':') < 0) ? v4(text) : v6(text);
		return (bytes != null) ? new IpAddress(unmapped(bytes)) : null;
	}

	int bits() {
		return this.bytes.length * Byte.SIZE;
	}

	IpAddress network(int prefix) {
		byte[] masked = new byte[this.bytes.length];
		for (int i = 0; i < masked.length; i++) {
			int kept = Math.max(0, Math.min(Byte.SIZE, prefix - i * Byte.SIZE));
			masked[i] = (byte) (this.bytes[i] & (0xff << (Byte.SIZE - kept)));
		}
		return new IpAddress(masked);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof IpAddress address && Arrays.equals(this.bytes, address.bytes);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.bytes);
	}

	@Override
	public String toString() {
		try {
			return InetAddress.getByAddress(this.bytes).getHostAddress();
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] unmapped(byte[] bytes) {
		boolean mapped = bytes.length == V6_BYTES
				&& Arrays.equals(MAPPED_PREFIX, Arrays.copyOf(bytes, MAPPED_PREFIX.length));
		return mapped ? Arrays.copyOfRange(bytes, MAPPED_PREFIX.length, V6_BYTES) : bytes;
	}

	// Four decimal numbers: other readers take a leading zero for octal, and fewer parts
	// for a shorthand.
	private static byte @Nullable [] v4(String text) {
		String[] parts = text.split("\\.", -1);
		byte[] bytes = new byte[V4_BYTES];
		for (int i = 0; i < parts.length; i++) {
			int value = decimal(parts[i], 255);
			if (parts.length != V4_BYTES || value < 0) {
				return null;
			}
			bytes[i] = (byte) value;
		}
		return bytes;
	}

	private static byte @Nullable [] v6(String text) {
		int gap = text.indexOf("::");
		if (gap < 0) {
			byte[] all = groups(text);
			return (all != null && all.length == V6_BYTES) ? all : null;
		}
		byte[] head = (gap == 0) ? new byte[0] : groups(text.substring(0, gap));
		byte[] tail = (gap + 2 == text.length()) ? new byte[0] : groups(text.substring(gap + 2));
		// An IPv4 address stands at the end alone.
		boolean dotted = text.lastIndexOf('.', gap) >= 0;
		if (head == null || tail == null || head.length + tail.length > V6_BYTES - 2 || dotted) {
			return null;
		}
		byte[] bytes = Arrays.copyOf(head, V6_BYTES);
		System.arraycopy(tail, 0, bytes, V6_BYTES - tail.length, tail.length);
		return bytes;
	}

	private static byte @Nullable [] groups(String text) {
		String[] parts = text.split(":", -1);
		byte[] bytes = new byte[0];
		for (int i = 0; i < parts.length; i++) {
			boolean v4 = i == parts.length - 1 && parts[i].indexOf('.') >= 0;
			byte[] group = v4 ? v4(parts[i]) : hexadecimal(parts[i]);
			if (group == null || bytes.length >= V6_BYTES) {
				return null;
			}
			bytes = Arrays.copyOf(bytes, bytes.length + group.length);
			System.arraycopy(group, 0, bytes, bytes.length - group.length, group.length);
		}
		return bytes;
	}

	private static byte @Nullable [] hexadecimal(String group) {
		int value = 0;
		for (int i = 0; i < group.length(); i++) {
			char c = group.charAt(i);
			int digit = (c < 0x80) ? Character.digit(c, 16) : -1;
			if (digit < 0) {
				return null;
			}
			value = value * 16 + digit;
		}
		return (group.isEmpty() || group.length() > 4) ? null
				: new byte[] { (byte) (value >> Byte.SIZE), (byte) value };
	}

	static int decimal(String text, int max) {
		boolean leadingZero = text.length() > 1 && text.charAt(0) == '0';
		if (text.isEmpty() || text.length() > 5 || leadingZero || !text.chars().allMatch((c) -> c >= '0' && c <= '9')) {
			return -1;
		}
		int value = Integer.parseInt(text);
		return (value <= max) ? value : -1;
	}

}
