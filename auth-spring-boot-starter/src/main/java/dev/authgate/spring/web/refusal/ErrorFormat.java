package dev.authgate.spring.web.refusal;

import java.util.Set;
import java.util.function.Function;

/**
 * The forms in which refusals can be told.
 */
public enum ErrorFormat {

	/** {@code application/problem+json} (RFC 9457). */
	PROBLEM("code", Set.of("type", "title", "status", "detail", "missing", "reason"), ProblemBody::new),
	/** {@code {"error": …}}, a text for people. */
	ERROR("", Set.of("error", "reason"), PlainErrorBody::new),
	/** {@code {"detail": …}}, a text for people. */
	DETAIL("", Set.of("detail", "reason"), DetailBody::new),
	/** {@code {"message": …, "rebar_error_code": …}}. */
	REBAR("rebar_error_code", Set.of("message", "missing", "reason"), RebarBody::new);

	private final String codeAttribute;

	private final Set<String> members;

	private final Function<ErrorMembers, ErrorBody> body;

	ErrorFormat(String codeAttribute, Set<String> members, Function<ErrorMembers, ErrorBody> body) {
		this.codeAttribute = codeAttribute;
		this.members = members;
		this.body = body;
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
		return !this.members.contains(name);
	}

	/**
	 * Makes what words the bodies.
	 * @param members what they tell beside their text
	 * @return words bodies
	 */
	public ErrorBody body(ErrorMembers members) {
		return this.body.apply(members);
	}

}
