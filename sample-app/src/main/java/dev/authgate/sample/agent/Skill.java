package dev.authgate.sample.agent;

import java.util.Locale;

/**
 * What an agent does with a text.
 */
public enum Skill {

	/** Repeats the text. */
	ECHO,

	/** Repeats the text in capital letters. */
	SHOUT,

	/** Tells how many words the text has. */
	COUNT;

	String answer(String text) {
		return switch (this) {
			case ECHO -> text;
			case SHOUT -> text.toUpperCase(Locale.ROOT);
			case COUNT -> text.strip().split("\\s+").length + " words";
		};
	}

}
