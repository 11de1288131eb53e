package dev.authgate.spring.settings;

import java.util.Objects;
import java.util.regex.Pattern;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.web.refusal.ErrorFormat;
import dev.authgate.spring.web.refusal.ErrorMembers;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What refusals tell, and in which form.
 *
 * @param format Form of the bodies of refusals.
 * @param codeAttribute Name of the member with the code of the refusal, or nothing to
 * leave it out. Unset, 'code' in the form problem, 'rebar_error_code' in the form rebar,
 * left out in the others.
 * @param revealMissingPermissions Whether a caller who lacks permissions is told which.
 * @param revealReason Whether a caller is told why a credential was refused.
 */
public record ErrorsProperties(@DefaultValue("problem") ErrorFormat format, @Nullable String codeAttribute,
		@DefaultValue("true") boolean revealMissingPermissions, @DefaultValue("false") boolean revealReason) {

	private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

	public ErrorMembers members() {
		return new ErrorMembers(Objects.requireNonNullElse(this.codeAttribute, this.format.codeAttribute()),
				this.revealMissingPermissions, this.revealReason);
	}

	void check() {
		String name = members().codeAttribute();
		if (!name.isEmpty() && !NAME.matcher(name).matches()) {
			throw new MisconfigurationException("authgate.errors.code-attribute is no name for a member of the answer.",
					"Use letters, digits, '_', '-' and '.', for example error_code, or nothing to leave the code out.");
		}
		if (!this.format.isFree(name)) {
			throw new MisconfigurationException(
					"authgate.errors.code-attribute is '" + name + "', and the answer has another member of that name.",
					"Choose another name, for example error_code, or nothing to leave the code out.");
		}
	}

}
