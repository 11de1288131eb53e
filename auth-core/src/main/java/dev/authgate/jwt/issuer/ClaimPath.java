package dev.authgate.jwt.issuer;

import java.util.List;
import java.util.Map;

import dev.authgate.jwt.token.Claims;
import org.jspecify.annotations.Nullable;

/**
 * The way to a claim, which may lie within others.
 */
final class ClaimPath {

	private final String path;

	ClaimPath(String path) {
		this.path = path;
	}

	/**
	 * Takes the claim out of its object, so that it is not data as well.
	 * @return the value; empty if the claim is missing, a {@code null} if that is its
	 * value
	 */
	Found take(Claims claims) {
		return take(claims.rest(), this.path);
	}

	private static Found take(Map<?, ?> members, String path) {
		if (members.containsKey(path)) {
			return new Found(true, members.remove(path));
		}
		for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
			if (members.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
				Found found = take(inner, path.substring(dot + 1));
				if (found.there()) {
					return found;
				}
			}
		}
		return Found.NOTHING;
	}

	/**
	 * What stands at the end of a path.
	 *
	 * @param there whether the claim is there
	 * @param value its value
	 */
	record Found(boolean there, @Nullable Object value) {

		static final Found NOTHING = new Found(false, null);

		/**
		 * Gives the texts of a text with blanks between them (RFC 8693 section 4.2), or
		 * of a list.
		 * @return the texts, or {@code null} if it is neither
		 */
		@Nullable List<String> words() {
			if (this.value instanceof String text) {
				return text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
			}
			if (this.value instanceof List<?> elements && elements.stream().allMatch(String.class::isInstance)) {
				return elements.stream().map(String.class::cast).toList();
			}
			return null;
		}

	}

}
