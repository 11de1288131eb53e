package dev.authgate.spring.web.refusal;

import java.util.Locale;

/**
 * What the body of a refusal tells beside its text.
 *
 * @param codeAttribute the name of the member with the code, empty for none
 * @param revealMissing whether to name the permissions that are missing
 * @param revealReason whether to say why a credential was refused
 */
public record ErrorMembers(String codeAttribute, boolean revealMissing, boolean revealReason) {

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
