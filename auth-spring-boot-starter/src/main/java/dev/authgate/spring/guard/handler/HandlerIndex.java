package dev.authgate.spring.guard.handler;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Declaration;

import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What annotations declare for a request, found by the patterns of all handlers; handler
 * mappings are asked only where patterns and methods leave it open.
 * <p>
 * It is sound because a handler whose patterns do not match cannot be dispatched to, and
 * because the handler that is dispatched to is compared with what is found here.
 * Immutable.
 */
public final class HandlerIndex {

	private static final Set<Declaration> NOTHING = Set.of(Declaration.NONE);

	private final HandlerLookup lookup;

	private final ContainerSockets sockets;

	private final HandlerDeclarations declarations;

	private final PatternIndex<Candidate> candidates;

	private final boolean complete;

	public HandlerIndex(HandlerTable table, HandlerDeclarations declarations) {
		this.lookup = table.lookup();
		this.sockets = table.sockets();
		this.declarations = declarations;
		this.complete = this.lookup.usesPathPatterns();
		List<Candidate> all = new ArrayList<>();
		for (GuardedRoute route : table.routes()) {
			HandlerMapping mapping = route.mapping();
			if (mapping != null) {
				route.patterns().forEach((pattern) -> all.add(new Candidate(pattern, route, mapping)));
			}
		}
		this.candidates = new PatternIndex<>(all, Candidate::pattern, this.lookup.isCaseSensitive());
	}

	/**
	 * Finds what may be declared for a request.
	 * @return the declarations, several if only the body tells which
	 */
	public Set<Declaration> declarationsOf(HttpServletRequest request, PathContainer path) {
		ContainerSockets.Socket socket = this.sockets.find(path);
		return (socket != null) ? ofSocket(socket, request, path) : ofHandlers(request, path);
	}

	// The container asks before every servlet. What asks for no socket is guarded alike,
	// unless a handler is there for it, but not opened.
	private Set<Declaration> ofSocket(ContainerSockets.Socket socket, HttpServletRequest request, PathContainer path) {
		Declaration declaration = this.declarations.of(socket);
		if (ContainerSockets.isHandshake(request)) {
			return Set.of(declaration);
		}
		Set<Declaration> declared = ofHandlers(request, path);
		return (declared.equals(NOTHING) && !opens(declaration)) ? Set.of(declaration) : declared;
	}

	private static boolean opens(Declaration declaration) {
		return declaration.access() != null && declaration.access().compareTo(Access.REQUIRED) < 0;
	}

	private Set<Declaration> ofHandlers(HttpServletRequest request, PathContainer path) {
		if (!this.lookup.isAsked(request)) {
			return NOTHING;
		}
		List<Candidate> found = this.candidates.find(path);
		if (this.complete && nothingIsDeclared(found)) {
			return NOTHING;
		}
		List<Candidate> taking = withMethod(found, request.getMethod());
		if (this.complete && isDecided(found, taking)
				&& !this.lookup.isServedBefore(found.get(0).mapping(), request, path)) {
			return taking.isEmpty() ? NOTHING : taking.get(0).route().declarations();
		}
		Set<Declaration> declared = new LinkedHashSet<>();
		Object handler = this.lookup.handlerOf(request);
		if (handler != null) {
			declared.add(this.declarations.of(handler));
		}
		if (mayCarryForm(request)) {
			addUndecided(taking, declared);
		}
		return declared.isEmpty() ? NOTHING : declared;
	}

	private static boolean nothingIsDeclared(List<Candidate> candidates) {
		for (Candidate candidate : candidates) {
			if (!candidate.declaration().equals(Declaration.NONE)) {
				return false;
			}
		}
		return true;
	}

	private static List<Candidate> withMethod(List<Candidate> candidates, String method) {
		List<Candidate> taking = new ArrayList<>(candidates.size());
		for (Candidate candidate : candidates) {
			if (candidate.route().takes(method)) {
				taking.add(candidate);
			}
		}
		return taking;
	}

	// One mapping, one declaration, and nothing but path and method to choose by: whoever
	// is chosen, that is declared.
	@SuppressWarnings("ReferenceEquality")
	private boolean isDecided(List<Candidate> found, List<Candidate> taking) {
		for (Candidate candidate : found) {
			if (candidate.mapping() != found.get(0).mapping()) {
				return false;
			}
		}
		for (Candidate candidate : taking) {
			if (candidate.route().isConditional() || !candidate.declaration().equals(taking.get(0).declaration())) {
				return false;
			}
		}
		return this.lookup.isPredictable(found.get(0).mapping());
	}

	// Parameters of a form decide between handlers, but they are in the body, which is
	// not read before the caller is known.
	private static void addUndecided(List<Candidate> taking, Set<Declaration> declared) {
		for (Candidate candidate : taking) {
			if (candidate.route().dependsOnParameters() && taking.stream().noneMatch(candidate::isBehind)) {
				declared.add(candidate.declaration());
			}
		}
	}

	private static boolean mayCarryForm(HttpServletRequest request) {
		String type = request.getContentType();
		return type != null
				&& (startsWith(type, MediaType.APPLICATION_FORM_URLENCODED_VALUE) || startsWith(type, "multipart/"));
	}

	private static boolean startsWith(String type, String prefix) {
		return type.regionMatches(true, 0, prefix, 0, prefix.length());
	}

	/**
	 * A handler by one of its patterns.
	 */
	private record Candidate(PathPattern pattern, GuardedRoute route, HandlerMapping mapping) {

		private Declaration declaration() {
			return this.route.declaration();
		}

		private boolean isBehind(Candidate other) {
			return !other.route.isConditional()
					&& PathPattern.SPECIFICITY_COMPARATOR.compare(other.pattern, this.pattern) < 0;
		}

	}

}
