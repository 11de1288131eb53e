package dev.authgate.contract;

import java.util.Random;
import java.util.function.Consumer;

/**
 * Random texts for tests, few in a build and many on request
 * ({@code -Dauthgate.soak=true}).
 * <p>
 * The seed is new in each run and told with each failure; {@code -Dauthgate.seed} repeats
 * a run.
 */
public final class TestRandom {

	private static final int ROUNDS = 20_000;

	private static final int SOAK_ROUNDS = 1_000_000;

	private final Random random;

	private TestRandom(Random random) {
		this.random = random;
	}

	/**
	 * Runs a check many times.
	 * @param check one round
	 * @throws AssertionError if a round fails, with the seed
	 */
	public static void rounds(Consumer<TestRandom> check) {
		long seed = Long.getLong("authgate.seed", System.nanoTime());
		TestRandom texts = new TestRandom(new Random(seed));
		int rounds = Boolean.getBoolean("authgate.soak") ? SOAK_ROUNDS : ROUNDS;
		for (int round = 0; round < rounds; round++) {
			try {
				check.accept(texts);
			}
			catch (RuntimeException | AssertionError ex) {
				throw new AssertionError("Round " + round + ", repeat with -Dauthgate.seed=" + seed, ex);
			}
		}
	}

	/**
	 * Picks one of some texts.
	 * @param texts the texts
	 * @return one of them
	 */
	public String anyOf(String... texts) {
		return texts[this.random.nextInt(texts.length)];
	}

	/**
	 * Picks a number.
	 * @param bound one more than the largest
	 * @return a number from zero
	 */
	public int number(int bound) {
		return this.random.nextInt(bound);
	}

	/**
	 * Makes a text of some characters.
	 * @param alphabet what it is made of, beside a few characters of any kind
	 * @param maxLength its greatest length
	 * @return the text
	 */
	public String text(String alphabet, int maxLength) {
		StringBuilder text = new StringBuilder();
		for (int length = number(maxLength + 1); length > 0; length--) {
			text.append((number(20) == 0) ? (char) number(0x180) : alphabet.charAt(number(alphabet.length())));
		}
		return text.toString();
	}

	/**
	 * Changes a good text a little.
	 * @param text the text
	 * @param alphabet what it is changed with, beside a few characters of any kind
	 * @return the text with up to three characters replaced, removed or added
	 */
	public String mutated(String text, String alphabet) {
		StringBuilder mutated = new StringBuilder(text);
		for (int changes = number(4); changes > 0; changes--) {
			int at = number(mutated.length() + 1);
			switch (number(3)) {
				case 0 -> mutated.insert(at, text(alphabet, 2));
				case 1 -> mutated.delete(at, Math.min(at + 1, mutated.length()));
				default -> mutated.replace(at, Math.min(at + 1, mutated.length()), text(alphabet, 1));
			}
		}
		return mutated.toString();
	}

}
