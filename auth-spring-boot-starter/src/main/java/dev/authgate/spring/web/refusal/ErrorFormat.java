package dev.authgate.spring.web.refusal;

import java.util.Set;

/**
 * The forms in which refusals can be told.
 */
public enum ErrorFormat {

	/** {@code application/problem+json} (RFC 9457). */
	PROBLEM("code"),
	/** {@code {"error": …}}, a text for people. */
	ERROR(""),
	/** {@code {"detail": …}}, a text for people. */
	DETAIL(""),
	/** {@code {"message": …, "rebar_error_code": …}}. */
	REBAR("rebar_error_code");

	private final String codeAttribute;

	ErrorFormat(String codeAttribute) {
		this.codeAttribute = codeAttribute;
	}

	/**
	 * Gives the usual name of the member with the code.
	 * @return the name, empty if the form has no such member
	 */
	public String codeAttribute() {
		return this.codeAttribute;
	}

	/**
	 * Tells whether a name is free for the member with the code.
	 * @param name a name
	 * @return {@code true} if the form has no other member of that name
	 */
	public boolean isFree(String name) {
		Set<String> taken = switch (this) {
			case PROBLEM -> Set.of("type", "title", "status", "detail", "missing", "reason");
			case ERROR -> Set.of("error", "reason");
			case DETAIL -> Set.of("detail", "reason");
			case REBAR -> Set.of("message", "missing", "reason");
		};
		return !taken.contains(name);
	}

	/**
	 * Makes what words the bodies.
	 * @param members what they tell beside their text
	 * @return words bodies
	 */
	public ErrorBody body(ErrorMembers members) {
		return switch (this) {
			case PROBLEM -> new ProblemBody(members);
			case ERROR -> new PlainErrorBody(members);
			case DETAIL -> new DetailBody(members);
			case REBAR -> new RebarBody(members);
		};
	}

}
