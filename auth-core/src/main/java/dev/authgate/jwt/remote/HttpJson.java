package dev.authgate.jwt.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.jwt.token.JsonParser;
import dev.authgate.jwt.token.RefusedTokenException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches JSON over HTTP as from a server that may be slow, broken or taken over.
 * <p>
 * Redirects are not followed: they would lead to an address that nobody configured. One
 * deadline covers the answer to its last byte, because a server may send one byte at a
 * time. The client is made at the first fetch, so that it costs the start nothing. Safe
 * for use by several threads.
 */
final class HttpJson implements JsonSource {

	private static final Set<String> JSON = Set.of("application/json", "application/jwk-set+json");

	private final Duration connectTimeout;

	private final Duration timeout;

	private final AtomicReference<@Nullable HttpClient> client = new AtomicReference<>();

	HttpJson(FetchLimits limits) {
		this.connectTimeout = limits.connectTimeout();
		this.timeout = limits.timeout();
	}

	@Override
	public Map<String, @Nullable Object> get(URI address, int maxBytes) throws FetchException {
		HttpRequest request = HttpRequest.newBuilder(address).header("Accept", "application/json").build();
		CompletableFuture<HttpResponse<byte[]>> answer = client().sendAsync(request, (info) -> body(info, maxBytes));
		try {
			return parsed(answer.get(this.timeout.toMillis(), TimeUnit.MILLISECONDS).body());
		}
		catch (TimeoutException ex) {
			answer.cancel(true);
			throw new FetchException("did not answer within " + this.timeout.toMillis() + " ms");
		}
		catch (InterruptedException ex) {
			answer.cancel(true);
			Thread.currentThread().interrupt();
			throw new FetchException("was asked by a thread that was interrupted");
		}
		catch (ExecutionException ex) {
			throw problemOf(ex.getCause());
		}
	}

	private HttpClient client() {
		HttpClient made = this.client.get();
		if (made != null) {
			return made;
		}
		HttpClient fresh = HttpClient.newBuilder()
			.connectTimeout(this.connectTimeout)
			.followRedirects(Redirect.NEVER)
			.version(Version.HTTP_1_1)
			.build();
		HttpClient other = this.client.compareAndExchange(null, fresh);
		return (other != null) ? other : fresh;
	}

	private static BodySubscriber<byte[]> body(ResponseInfo info, int maxBytes) {
		if (info.statusCode() != 200) {
			return BoundedBody.refused("answered with status " + info.statusCode());
		}
		String type = info.headers().firstValue("Content-Type").orElse("");
		int end = type.indexOf(';');
		String name = ((end < 0) ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
		return JSON.contains(name) ? new BoundedBody(maxBytes)
				: BoundedBody.refused("answered with a content type that is not JSON");
	}

	private static Map<String, @Nullable Object> parsed(byte[] body) throws FetchException {
		try {
			return JsonParser.parseObject(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
		}
		catch (CharacterCodingException | RefusedTokenException ex) {
			throw new FetchException("answered with something that is no JSON object");
		}
	}

	private static FetchException problemOf(@Nullable Throwable cause) {
		for (Throwable at = cause; at != null; at = at.getCause()) {
			if (at instanceof FetchException refused) {
				return refused;
			}
		}
		if (cause instanceof HttpConnectTimeoutException) {
			return new FetchException("could not be connected to in time");
		}
		String kind = (cause != null) ? cause.getClass().getSimpleName() : IOException.class.getSimpleName();
		return new FetchException("could not be read (" + kind + ")");
	}

}
