package dev.authgate.jwt.key.text;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Steps over the values of a DER encoding (ITU-T X.690), as far as it takes to find a
 * public key beside a private one.
 */
final class DerCursor {

	static final int INTEGER = 0x02;

	static final int BIT_STRING = 0x03;

	static final int OCTET_STRING = 0x04;

	static final int SEQUENCE = 0x30;

	private final ByteBuffer bytes;

	DerCursor(byte[] bytes) {
		this.bytes = ByteBuffer.wrap(bytes);
	}

	static int context(int number) {
		return 0xa0 | number;
	}

	DerCursor enter(int tag) {
		return new DerCursor(content(tag));
	}

	byte[] content(int tag) {
		if (!isAt(tag)) {
			throw new IllegalArgumentException("Another value was expected");
		}
		return next();
	}

	DerCursor skip(int tag) {
		content(tag);
		return this;
	}

	DerCursor skipOptional(int tag) {
		if (isAt(tag)) {
			next();
		}
		return this;
	}

	boolean isAt(int tag) {
		return this.bytes.hasRemaining() && (this.bytes.get(this.bytes.position()) & 0xff) == tag;
	}

	private byte[] next() {
		try {
			this.bytes.get();
			byte[] content = new byte[Math.min(length(), this.bytes.remaining() + 1)];
			this.bytes.get(content);
			return content;
		}
		catch (BufferUnderflowException ex) {
			throw new IllegalArgumentException("The encoding ends early", ex);
		}
	}

	private int length() {
		int first = this.bytes.get() & 0xff;
		if (first < 0x80) {
			return first;
		}
		int length = 0;
		for (int i = 0; i < first - 0x80; i++) {
			length = Math.min((length << 8) | (this.bytes.get() & 0xff), 0xffff);
		}
		return length;
	}

}
