package dev.authgate.sample.agent;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What agents make of a text.
 */
class SkillTests {

	@ParameterizedTest
	@CsvSource({ "ECHO, so be it, so be it", "SHOUT, so be it, SO BE IT", "COUNT, so  be it, 3 words",
			"COUNT, so, 1 words" })
	void whenAskedThenAnswersBySkill(Skill skill, String text, String answer) {
		assertThat(skill.answer(text)).isEqualTo(answer);
	}

}
