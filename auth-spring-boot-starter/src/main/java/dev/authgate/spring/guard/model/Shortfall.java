package dev.authgate.spring.guard.model;

import java.util.List;

/**
 * What a caller lacks to meet a {@link Requirement}.
 *
 * @param permissions the missing permissions in the order in which they are required
 * @param any whether anything is missing, a permission or a role
 */
public record Shortfall(List<String> permissions, boolean any) {

	static final Shortfall NONE = new Shortfall(List.of(), false);

	static final Shortfall ROLE = new Shortfall(List.of(), true);

}
