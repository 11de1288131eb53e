package dev.authgate.spring.endpoint;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A JSON answer, written without the application's mapper, which may write it otherwise.
 */
public final class JsonReply {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private JsonReply() {
	}

	/**
	 * Answers 200.
	 * @param value maps, lists and values
	 * @return the answer
	 */
	public static ServerResponse ok(Object value) {
		return of(200, value);
	}

	/**
	 * Answers with a status.
	 * @param status the HTTP status
	 * @param value maps, lists and values
	 * @return the answer
	 */
	public static ServerResponse of(int status, Object value) {
		return of(ServerResponse.status(status), value);
	}

	/**
	 * Answers 200, to be kept nowhere on the way.
	 * @param value maps, lists and values
	 * @return the answer
	 */
	public static ServerResponse unstored(Object value) {
		return of(ServerResponse.ok().cacheControl(CacheControl.noStore()), value);
	}

	private static ServerResponse of(ServerResponse.BodyBuilder answer, Object value) {
		byte[] body = JSON.writeValueAsBytes(value);
		return answer.contentType(MediaType.APPLICATION_JSON).contentLength(body.length).build((request, response) -> {
			response.getOutputStream().write(body);
			return null;
		});
	}

}
