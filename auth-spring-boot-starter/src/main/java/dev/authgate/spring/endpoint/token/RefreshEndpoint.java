package dev.authgate.spring.endpoint.token;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.RejectionReason;
import dev.authgate.secret.Secret;
import dev.authgate.session.RefreshResult;
import dev.authgate.session.RefreshResult.Refreshed;
import dev.authgate.session.RefreshResult.Refused;
import dev.authgate.session.RefreshTokens;
import dev.authgate.spring.endpoint.JsonInput;
import dev.authgate.spring.endpoint.JsonReply;
import dev.authgate.spring.endpoint.TokenAnswers;
import dev.authgate.spring.guard.rule.RuleContributor;
import dev.authgate.spring.guard.rule.RuleSource;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
import dev.authgate.spring.web.refusal.RefusalException;
import dev.authgate.throttle.Attempt;
import dev.authgate.throttle.AttemptKind;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Exchanges a refresh token for the next one and an access token.
 * <p>
 * A client sends JSON and gets the answer of the login, or a form and gets the answer of
 * RFC 6749 section 5.1. Whatever is wrong with a token is one answer. Safe for use by
 * several threads.
 */
public final class RefreshEndpoint implements RuleContributor {

	private static final String NAME = "refresh";

	private static final int MAX_SCOPE = 1000;

	private static final String GRANT = "refresh_token";

	private final String path;

	private final RefreshTokens tokens;

	private final TokenAnswers answers;

	private final TokenRequests requests;

	/**
	 * Makes the endpoint.
	 * @param path its path
	 * @param tokens judges refresh tokens
	 * @param answers issues access tokens
	 * @param requests tells who asks
	 */
	public RefreshEndpoint(String path, RefreshTokens tokens, TokenAnswers answers, TokenRequests requests) {
		this.path = path;
		this.tokens = tokens;
		this.answers = answers;
		this.requests = requests;
	}

	/**
	 * Gives the route, which takes POST alone.
	 * @return the route
	 */
	public RouterFunction<ServerResponse> route() {
		return RouterFunctions.route().POST(this.path, this::refresh).build();
	}

	@Override
	public List<RuleSource> rules(List<RuleSource> configured) {
		return TokenRequests.open("authgate.endpoints.refresh", this.path);
	}

	private ServerResponse refresh(ServerRequest request) {
		TokenForm form = TokenForm.read(request.servletRequest());
		if (form.isForm() && !GRANT.equals(form.text("grant_type"))) {
			throw JsonInput.bad();
		}
		Secret token = form.secret(GRANT);
		Set<String> scope = scope(form.text("scope"));
		String address = this.requests.address(request);
		return this.requests.answer("The refresh", () -> {
			Attempt.Permitted permit = this.requests.permit(AttemptKind.REFRESH,
					rejected(RejectionReason.THROTTLED, address, null));
			AtomicReference<Map<String, Object>> made = new AtomicReference<>(Map.of());
			RefreshTokens answered = this.tokens.preparing((next) -> made.set(this.answers.ofRefresh(next)));
			Refreshed refreshed = used(answered.refresh(token, scope, address), address);
			permit.succeeded();
			return JsonReply.ok(form.isForm() ? standard(made.get(), refreshed) : made.get());
		});
	}

	private Refreshed used(RefreshResult result, String address) {
		if (result instanceof Refreshed refreshed) {
			return refreshed;
		}
		if (result instanceof Refused refused) {
			this.requests.tell(rejected(refused.reason(), address, refused.userId()));
			throw new RefusalException(Refusal.of(ErrorCode.INVALID_CREDENTIALS));
		}
		throw JsonInput.bad();
	}

	private CredentialRejected rejected(RejectionReason reason, String address, @Nullable String userId) {
		return new CredentialRejected(NAME, reason, HttpMethod.POST.name(), this.path, address, userId);
	}

	// A token for a longer one might not fit into a header, and the refresh token would
	// be used up by then.
	private static @Nullable Set<String> scope(@Nullable String text) {
		if (text == null) {
			return null;
		}
		if (text.isBlank() || text.length() > MAX_SCOPE) {
			throw JsonInput.bad();
		}
		return Set.copyOf(List.of(text.strip().split(" +")));
	}

	private static Map<String, Object> standard(Map<String, Object> answer, Refreshed refreshed) {
		Map<String, Object> standard = new LinkedHashMap<>();
		standard.put("access_token", answer.get("token"));
		standard.put("token_type", "Bearer");
		standard.put("expires_in", answer.get("expires_in"));
		standard.put(GRANT, answer.get(GRANT));
		Set<String> scope = refreshed.session().scope();
		if (scope != null) {
			standard.put("scope", String.join(" ", scope.stream().sorted().toList()));
		}
		return standard;
	}

}
