package dev.authgate.jwt.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

import dev.authgate.AuthorizationHeader;
import dev.authgate.RejectionReason;

/**
 * A signed token in its compact form (RFC 7515 section 7.1), taken apart but not judged.
 * <p>
 * A token has exactly one accepted spelling. Decoders forgive padding, foreign characters
 * and stray bits at the end of a segment; under each such spelling a revoked or cached
 * token would be another one.
 */
public final class CompactToken {

	private static final byte[] SEXTETS = sextets();

	private final String text;

	private final byte[] bytes;

	private final int headerEnd;

	private final int payloadEnd;

	private CompactToken(String text, byte[] bytes, int headerEnd, int payloadEnd) {
		this.text = text;
		this.bytes = bytes;
		this.headerEnd = headerEnd;
		this.payloadEnd = payloadEnd;
	}

	/**
	 * Takes a text apart.
	 * @param text the text
	 * @return the token
	 * @throws RefusedTokenException if the text is not three segments of strict, unpadded
	 * base64url, or longer than an {@code Authorization} header may be
	 */
	public static CompactToken parse(String text) throws RefusedTokenException {
		if (text.length() > AuthorizationHeader.MAX_LENGTH) {
			throw malformed();
		}
		// A character outside Latin-1 becomes a question mark, which no segment has.
		byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
		int headerEnd = endOfSegment(bytes, 0);
		int payloadEnd = endOfSegment(bytes, separator(bytes, headerEnd) + 1);
		int end = endOfSegment(bytes, separator(bytes, payloadEnd) + 1);
		if (end != bytes.length) {
			throw malformed();
		}
		return new CompactToken(text, bytes, headerEnd, payloadEnd);
	}

	/**
	 * Compares the first segment without decoding it.
	 * @param encoded the encoded header to compare with
	 * @return {@code true} if it is the same
	 */
	public boolean hasHeader(String encoded) {
		return this.headerEnd == encoded.length() && this.text.startsWith(encoded);
	}

	/**
	 * Decodes the first segment.
	 * @return the header's text
	 * @throws RefusedTokenException if it is not UTF-8
	 */
	public String header() throws RefusedTokenException {
		return decoded(0, this.headerEnd);
	}

	/**
	 * Decodes the second segment.
	 * @return the payload's text
	 * @throws RefusedTokenException if it is not UTF-8
	 */
	public String payload() throws RefusedTokenException {
		return decoded(this.headerEnd + 1, this.payloadEnd);
	}

	/**
	 * Gives what is signed (RFC 7515 section 5.1).
	 * @return a copy of the bytes of the first two segments and the dot between them
	 */
	public byte[] signed() {
		return Arrays.copyOf(this.bytes, this.payloadEnd);
	}

	/**
	 * Gives the third segment.
	 * @return the signature in base64url
	 */
	public String signature() {
		return this.text.substring(this.payloadEnd + 1);
	}

	private String decoded(int from, int to) throws RefusedTokenException {
		ByteBuffer utf8 = Base64.getUrlDecoder().decode(ByteBuffer.wrap(this.bytes, from, to - from));
		String decoded = new String(utf8.array(), 0, utf8.limit(), StandardCharsets.UTF_8);
		// Invalid UTF-8 became replacement characters, which encode to other bytes.
		if (!utf8.equals(ByteBuffer.wrap(decoded.getBytes(StandardCharsets.UTF_8)))) {
			throw malformed();
		}
		return decoded;
	}

	private static int separator(byte[] bytes, int at) throws RefusedTokenException {
		if (at == bytes.length || bytes[at] != '.') {
			throw malformed();
		}
		return at;
	}

	private static int endOfSegment(byte[] bytes, int from) throws RefusedTokenException {
		int end = from;
		while (end < bytes.length && SEXTETS[bytes[end] & 0xff] >= 0) {
			end++;
		}
		int unusedBits = switch ((end - from) % 4) {
			case 2 -> 0b1111;
			case 3 -> 0b11;
			default -> 0;
		};
		if (end == from || (end - from) % 4 == 1 || (SEXTETS[bytes[end - 1]] & unusedBits) != 0) {
			throw malformed();
		}
		return end;
	}

	private static byte[] sextets() {
		String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
		byte[] sextets = new byte[256];
		Arrays.fill(sextets, (byte) -1);
		for (int i = 0; i < alphabet.length(); i++) {
			sextets[alphabet.charAt(i)] = (byte) i;
		}
		return sextets;
	}

	private static RefusedTokenException malformed() {
		return new RefusedTokenException(RejectionReason.MALFORMED);
	}

}
