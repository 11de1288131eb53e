package dev.authgate.sample.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Constrains a field to one line of 1 to {@value #MAX_LENGTH} characters.
 * <p>
 * Half of a surrogate pair is refused: JSON can carry it in, but no answer in UTF-8 can
 * carry it out again.
 */
@NotBlank
@Size(max = Name.MAX_LENGTH)
@Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*")
@Constraint(validatedBy = {})
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Name {

	/** The most characters that a name may have. */
	int MAX_LENGTH = 100;

	/**
	 * Gives the message, which the composed constraints override.
	 * @return the message
	 */
	String message() default "";

	/**
	 * Gives the groups.
	 * @return the groups
	 */
	Class<?>[] groups() default {};

	/**
	 * Gives the payload.
	 * @return the payload
	 */
	Class<? extends Payload>[] payload() default {};

}
