package dev.authgate.spring.guard.handler;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Things found by the pattern of their paths, segment by segment, so that a request is
 * compared with few of the patterns.
 * <p>
 * Immutable.
 *
 * @param <T> what is found
 */
final class PatternIndex<T> {

	private final Node<T> root = new Node<>();

	private final Function<T, PathPattern> patternOf;

	private final boolean caseSensitive;

	PatternIndex(Collection<T> things, Function<T, PathPattern> patternOf, boolean caseSensitive) {
		this.patternOf = patternOf;
		this.caseSensitive = caseSensitive;
		things.forEach(this::add);
	}

	/**
	 * Finds all whose pattern matches.
	 */
	List<T> find(PathContainer path) {
		Search<T> search = new Search<>(path, this.patternOf, new ArrayList<>(4));
		search.from(this.root, 0);
		return search.found();
	}

	private void add(T thing) {
		Node<T> node = this.root;
		String[] segments = this.patternOf.apply(thing).getPatternString().split("/", -1);
		for (int i = 0; i < segments.length; i++) {
			if (isOpenEnded(segments[i], i == segments.length - 1)) {
				node.openEnded.add(thing);
				return;
			}
			if (!segments[i].isEmpty()) {
				node = isLiteral(segments[i]) ? node.literals.computeIfAbsent(segments[i], (key) -> new Node<>())
						: node.child();
			}
		}
		node.ends.add(thing);
	}

	private boolean isLiteral(String segment) {
		return this.caseSensitive && segment.chars().noneMatch((c) -> "{}*?\\".indexOf(c) >= 0);
	}

	// A single star at the end also matches when nothing is left.
	private static boolean isOpenEnded(String segment, boolean last) {
		return segment.equals("**") || segment.startsWith("{*") || (last && segment.equals("*"));
	}

	/**
	 * What may follow a segment.
	 */
	private static final class Node<T> {

		private final Map<String, Node<T>> literals = new HashMap<>();

		private final List<Node<T>> variable = new ArrayList<>(1);

		private final List<T> ends = new ArrayList<>();

		private final List<T> openEnded = new ArrayList<>();

		private Node<T> child() {
			if (this.variable.isEmpty()) {
				this.variable.add(new Node<>());
			}
			return this.variable.get(0);
		}

	}

	/**
	 * The way of one path through the index.
	 */
	private record Search<T>(PathContainer path, Function<T, PathPattern> patternOf, List<T> found) {

		private void from(Node<T> node, int start) {
			confirm(node.openEnded);
			int segment = start;
			while (segment < this.path.elements().size()
					&& !(this.path.elements().get(segment) instanceof PathSegment)) {
				segment++;
			}
			if (segment == this.path.elements().size()) {
				confirm(node.ends);
				return;
			}
			// Decoded, as patterns are compared with it: %61pi is api.
			Node<T> literal = node.literals.get(((PathSegment) this.path.elements().get(segment)).valueToMatch());
			if (literal != null) {
				from(literal, segment + 1);
			}
			for (Node<T> variable : node.variable) {
				from(variable, segment + 1);
			}
		}

		private void confirm(List<T> candidates) {
			for (T candidate : candidates) {
				if (this.patternOf.apply(candidate).matches(this.path)) {
					this.found.add(candidate);
				}
			}
		}

	}

}
