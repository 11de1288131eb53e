package dev.authgate.spring.websocket.stomp;

import java.nio.ByteBuffer;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompConversionException;
import org.springframework.messaging.simp.stomp.StompDecoder;
import org.springframework.util.MultiValueMap;

/**
 * A decoder that keeps to itself what it could not read: the header may be a credential
 * without its colon, and the text of a failure goes to the log and to the client.
 */
final class QuietDecoder extends StompDecoder {

	@Override
	public List<Message<byte[]>> decode(ByteBuffer bytes,
			@Nullable MultiValueMap<String, String> partialMessageHeaders) {
		try {
			return super.decode(bytes, partialMessageHeaders);
		}
		catch (RuntimeException ex) {
			throw new StompConversionException("The frame is malformed.");
		}
	}

}
