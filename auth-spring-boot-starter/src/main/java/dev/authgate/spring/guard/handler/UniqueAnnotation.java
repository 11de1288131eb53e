package dev.authgate.spring.guard.handler;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.List;

import dev.authgate.spring.MisconfigurationException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;

/**
 * Finds the annotation that applies to a method or class: its own, or the nearest on what
 * it overrides, extends or implements, directly or as a meta-annotation.
 */
public final class UniqueAnnotation {

	private UniqueAnnotation() {
	}

	/**
	 * Finds an annotation.
	 * @param <A> the type of the annotation
	 * @param element the method or class
	 * @param type the type of the annotation
	 * @param where the name of the element for the message of a failure
	 * @return the annotation, or {@code null} if there is none
	 * @throws dev.authgate.spring.MisconfigurationException if two at the same distance
	 * differ
	 */
	public static <A extends Annotation> @Nullable A find(AnnotatedElement element, Class<A> type, String where) {
		List<MergedAnnotation<A>> found = MergedAnnotations.from(element, SearchStrategy.TYPE_HIERARCHY)
			.stream(type)
			.toList();
		if (found.isEmpty()) {
			return null;
		}
		int nearest = found.stream().mapToInt(MergedAnnotation::getAggregateIndex).min().getAsInt();
		A first = null;
		for (MergedAnnotation<A> candidate : found) {
			A annotation = candidate.synthesize();
			boolean rivals = candidate.getAggregateIndex() == nearest
					|| (nearest > 0 && candidate.getAggregateIndex() > 0);
			if (first == null && candidate.getAggregateIndex() == nearest) {
				first = annotation;
			}
			else if (first != null && rivals && !first.equals(annotation)) {
				throw ambiguous(where, type);
			}
		}
		return first;
	}

	private static MisconfigurationException ambiguous(String where, Class<? extends Annotation> type) {
		return new MisconfigurationException(
				where + " inherits two different @" + type.getSimpleName() + " from what it extends or implements.",
				"Annotate " + where + " itself.");
	}

}
