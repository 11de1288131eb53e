package dev.authgate.sample.agent;

import java.util.UUID;

/**
 * A helper that the whole team shares.
 *
 * @param id the id
 * @param name the name
 * @param skill what it does with a text
 */
public record Agent(UUID id, String name, Skill skill) {

	/**
	 * Answers a text.
	 * @param text the text
	 * @return the answer
	 */
	public String answer(String text) {
		return this.skill.answer(text);
	}

}
