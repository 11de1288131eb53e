package dev.authgate.spring.web.refusal;

import java.util.Locale;

import org.springframework.http.HttpStatus;

/**
 * What the body of a refusal tells beside its text.
 *
 * @param codeAttribute the name of the member with the code, empty for none
 * @param revealMissing whether to name the permissions that are missing
 * @param revealReason whether to say why a credential was refused
 */
public record ErrorMembers(String codeAttribute, boolean revealMissing, boolean revealReason) {

	/**
	 * Words a refusal as problem details, for frames of sockets as well.
	 * @param refusal what is answered
	 * @return a JSON object
	 */
	public String problem(Refusal refusal) {
		HttpStatus known = HttpStatus.resolve(refusal.status());
		JsonObject json = new JsonObject().with("type", "about:blank")
			.with("title", (known != null) ? known.getReasonPhrase() : "Error")
			.with("status", refusal.status())
			.with("detail", refusal.detail());
		addCode(json, refusal.code().code());
		addMissing(json, refusal);
		addReason(json, refusal);
		return json.toString();
	}

	boolean tellsMissing(Refusal refusal) {
		return this.revealMissing && !refusal.missing().isEmpty();
	}

	void addCode(JsonObject json, String code) {
		if (!this.codeAttribute.isEmpty()) {
			json.with(this.codeAttribute, code);
		}
	}

	void addMissing(JsonObject json, Refusal refusal) {
		if (tellsMissing(refusal)) {
			json.with("missing", refusal.missing().stream().sorted().toList());
		}
	}

	void addReason(JsonObject json, Refusal refusal) {
		if (this.revealReason && refusal.reason() != null) {
			json.with("reason", refusal.reason().name().toLowerCase(Locale.ROOT));
		}
	}

}
