package dev.authgate.jwt.remote;

import java.net.URI;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import dev.authgate.jwt.key.JwtAlgorithm;
import org.jspecify.annotations.Nullable;

/**
 * Where an issuer publishes its keys, and what they may be used with.
 *
 * @param issuer the issuer, exactly as in its tokens
 * @param jwkSetUri the address of its keys, or {@code null} to find it by OpenID Connect
 * Discovery 1.0
 * @param insecureAllowHttp whether addresses of other machines may be without TLS; who is
 * between could then exchange the keys and sign anything
 * @param algorithms the algorithms that its keys may be used with, none of them symmetric
 * @param limits how long fetching may take and its result is good for
 */
public record KeySource(String issuer, @Nullable URI jwkSetUri, boolean insecureAllowHttp, Set<JwtAlgorithm> algorithms,
		FetchLimits limits) {

	private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

	/**
	 * Checks that keys can be fetched from there.
	 * @throws IllegalArgumentException if the issuer is empty, the address cannot be
	 * found out, is no address or not safe, or an algorithm is symmetric or none is named
	 */
	public KeySource {
		if (issuer.isEmpty()) {
			throw new IllegalArgumentException("issuer is empty");
		}
		algorithms = Set.copyOf(algorithms);
		requireAsymmetric(algorithms);
		if (jwkSetUri != null) {
			requireSafe("jwk-set-uri", jwkSetUri, insecureAllowHttp);
		}
		else {
			requireSafe("issuer", uriOf(issuer), insecureAllowHttp);
		}
	}

	/**
	 * Gives the algorithms that an issuer may use.
	 * @return all that are not symmetric
	 */
	public static Set<JwtAlgorithm> asymmetric() {
		EnumSet<JwtAlgorithm> algorithms = EnumSet.allOf(JwtAlgorithm.class);
		algorithms.removeIf(JwtAlgorithm::symmetric);
		return algorithms;
	}

	URI discoveryUri() {
		String base = this.issuer.endsWith("/") ? this.issuer.substring(0, this.issuer.length() - 1) : this.issuer;
		return URI.create(base + "/.well-known/openid-configuration");
	}

	boolean isSafe(URI address) {
		return problemOf(address, this.insecureAllowHttp) == null;
	}

	private static void requireAsymmetric(Set<JwtAlgorithm> algorithms) {
		for (JwtAlgorithm algorithm : algorithms) {
			if (algorithm.symmetric()) {
				throw new IllegalArgumentException("algorithms names " + algorithm
						+ ", which is symmetric: published keys only verify what their private halves signed");
			}
		}
		if (algorithms.isEmpty()) {
			throw new IllegalArgumentException("algorithms names none");
		}
	}

	private static void requireSafe(String name, URI address, boolean insecureAllowHttp) {
		String problem = problemOf(address, insecureAllowHttp);
		if (problem != null) {
			throw new IllegalArgumentException(name + " " + problem);
		}
	}

	private static @Nullable String problemOf(URI address, boolean insecureAllowHttp) {
		String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
		String host = address.getHost();
		if (host == null || address.getRawUserInfo() != null || address.getRawFragment() != null
				|| !Set.of("http", "https").contains(scheme)) {
			return "is no address of the form https://host/path";
		}
		boolean local = LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
		return (scheme.equals("https") || local || insecureAllowHttp) ? null
				: "has no TLS: who is between could exchange the keys and sign anything";
	}

	private static URI uriOf(String issuer) {
		try {
			URI uri = URI.create(issuer);
			if (uri.getRawQuery() == null) {
				return uri;
			}
		}
		catch (IllegalArgumentException ex) {
			throw noAddress();
		}
		throw noAddress();
	}

	private static IllegalArgumentException noAddress() {
		return new IllegalArgumentException(
				"issuer is no address under which keys could be discovered, and there is no jwk-set-uri");
	}

}
