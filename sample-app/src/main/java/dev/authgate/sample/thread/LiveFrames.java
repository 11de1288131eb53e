package dev.authgate.sample.thread;

import java.util.List;
import java.util.Map;

import dev.authgate.sample.api.Text;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.TextMessage;

/**
 * What is said on the sockets of live threads, as JSON.
 */
@Component
class LiveFrames {

	private static final ProblemDetail MALFORMED = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST,
			"A message is {\"text\": \"...\"} with 1 to 2000 characters.");

	private final JsonMapper json;

	private final ObjectReader posts;

	private final Validator validator;

	LiveFrames(JsonMapper json, Validator validator) {
		this.json = json;
		this.posts = json.rebuild()
			.withCoercionConfig(LogicalType.Textual, LiveFrames::refuseOtherTypes)
			.build()
			.readerFor(Post.class)
			.with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
		this.validator = validator;
	}

	TextMessage opening(Map<String, List<String>> checkedPermissions, List<NumberedMessage> messages) {
		return frame(new Opening(checkedPermissions, messages));
	}

	TextMessage news(List<NumberedMessage> messages) {
		return frame(new News(messages));
	}

	TextMessage malformed() {
		return frame(MALFORMED);
	}

	@Nullable String textIn(TextMessage frame) {
		try {
			Post post = this.posts.readValue(frame.getPayload());
			return (post != null && this.validator.validate(post).isEmpty()) ? post.text() : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static void refuseOtherTypes(MutableCoercionConfig texts) {
		texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
			.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
			.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
	}

	private TextMessage frame(Object content) {
		return new TextMessage(this.json.writeValueAsString(content));
	}

	record Opening(Map<String, List<String>> checkedPermissions, List<NumberedMessage> messages) {
	}

	record News(List<NumberedMessage> messages) {
	}

	record Post(@Text @Size(max = 2000) String text) {
	}

}
