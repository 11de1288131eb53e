package dev.authgate.http;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

import dev.authgate.AuthUser;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.AuthorizationHeader;
import dev.authgate.AuthorizationHeader.Present;
import dev.authgate.Caller;
import dev.authgate.contract.TestRandom;
import dev.authgate.contract.TestRequest;
import dev.authgate.contract.TestRequests;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever stands in a header, nothing is thrown, and nothing is taken that another,
 * simpler statement of the grammar refuses.
 */
class HeaderFuzzTests {

	private static final Pattern AUTHORIZATION = Pattern.compile("[\\x21-\\x7e]+ +[\\x21-\\x7e]+");

	private static final Pattern BASE64 = Pattern
		.compile("(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");

	private static final Pattern V4 = Pattern.compile("(?:(?:0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])(?:\\.(?!$)|$)){4}");

	// The platform takes more digits in a group, and zeros before a decimal.
	private static final Pattern LAX_V6 = Pattern.compile("[0-9a-fA-F]{5}|(?:^|[.:])0\\d+(?:\\.|$)");

	private static final Pattern ID = Pattern.compile("[!-+\\--~]{1,255}");

	@Test
	void whenAuthorizationIsAnyTextThenOnlyTheGrammarIsTaken() {
		TestRandom.rounds((random) -> {
			String header = random.mutated(random.anyOf("Bearer abc.def-ghi", "Basic YTpi", "bearer   x"),
					" \t\0,=\"aZ~");
			boolean taken = AuthorizationHeader.parse(List.of(header)) instanceof Present;
			assertThat(taken).as(header).isEqualTo(AUTHORIZATION.matcher(header).matches());
		});
	}

	@Test
	void whenBearerIsAnyTextThenOnlyTheTokenItselfReachesTheValidator() {
		BearerAuthenticator bearer = BearerAuthenticator.of(AuthUser::of);
		TestRandom.rounds((random) -> {
			String token = random.text("abcXYZ019-._~+/= \t", 12);
			AuthenticationResult result = bearer.authenticate(TestRequests.bearer(token));
			if (result instanceof Authenticated authenticated) {
				assertThat(authenticated.caller().user().id()).isEqualTo(token.replaceFirst("^ +", ""))
					.matches("[\\x21-\\x7e]+");
			}
		});
	}

	@Test
	void whenBasicIsAnyTextThenOnlyOneSpellingIsTaken() {
		BasicAuthenticator basic = BasicAuthenticator.of((username, password, address) -> AuthenticationResult
			.authenticated(Caller.of(AuthUser.of("x"), "login")));
		TestRandom.rounds((random) -> {
			String good = TestBasic.encoded(random.text("ab:\u00e9\u20ac\0", 8));
			String credentials = random.mutated(good, "AQgw+/=-_ ");
			boolean taken = basic
				.authenticate(TestRequests.authorization("Basic " + credentials)) instanceof Authenticated;
			assertThat(taken).as(credentials).isEqualTo(isLogin(credentials.replaceFirst("^ +", "")));
		});
	}

	@Test
	void whenBasicIsAnyBytesThenOnlyUtf8IsTaken() {
		TestRandom.rounds((random) -> {
			byte[] bytes = random.text("a:\u00c3\u00a9\u00e2\u0082\u00ac", 8).getBytes(StandardCharsets.ISO_8859_1);
			BasicCredentials credentials = BasicCredentials.parse(TestBasic.encoded(bytes));
			assertThat(credentials != null).isEqualTo(isLogin(TestBasic.encoded(bytes)));
		});
	}

	@Test
	void whenForwardedUserIsAnyTextThenOnlyAnIdIsTaken() {
		ForwardedUserAuthenticator forwarded = ForwardedUserAuthenticator
			.builder(TrustedProxies.of(List.of("127.0.0.1")))
			.build();
		TestRandom.rounds((random) -> {
			String id = random.text("abc@.|,- \t", 10);
			String permissions = random.mutated("threads:read,files:*,x", ":,* ");
			TestRequest request = TestRequests.anonymous()
				.withHeader("X-Forwarded-User", id)
				.withHeader("X-Forwarded-Permissions", permissions);
			boolean good = ID.matcher(id).matches() && permissions.matches("[ -~]*");
			AuthenticationResult result = forwarded.authenticate(request);
			assertThat(result instanceof Authenticated).as(id + "|" + permissions).isEqualTo(good);
			if (result instanceof Authenticated authenticated) {
				assertThat(authenticated.caller().user().permissions()).noneMatch((name) -> name.contains("*"));
			}
		});
	}

	@Test
	void whenAddressIsAnyTextThenReadAsThePlatformReadsIt() {
		TestRandom.rounds((random) -> {
			String text = random.mutated(random.anyOf("192.0.2.17", "2001:db8::1", "::ffff:10.1.2.3", "1:2:3:4:5:6:7:8",
					"::", "1:2:3:4:5:6:1.2.3.4"), "0123456789abcdef.:");
			IpAddress address = IpAddress.parse(text);
			String platform = platform(text);
			if (text.indexOf(':') < 0) {
				assertThat(address != null).as(text).isEqualTo(V4.matcher(text).matches());
			}
			else if (address != null || !LAX_V6.matcher(text).find()) {
				assertThat((address != null) ? address.toString() : "none").as(text).isEqualTo(platform);
			}
		});
	}

	@Test
	void whenNetworkIsAnyTextThenItContainsItself() {
		TestRandom.rounds((random) -> {
			String text = random.mutated(random.anyOf("10.0.0.0/8", "2001:db8::/32", "192.0.2.7"), "0123456789/:.");
			try {
				assertThat(TrustedProxies.of(List.of(text)).contains(text.replaceFirst("/.*", ""))).as(text).isTrue();
				assertThat(text).doesNotMatch(".*/0*");
			}
			catch (IllegalArgumentException ex) {
				assertThat(ex.getMessage()).matches("[ -~]+");
			}
		});
	}

	@Test
	void whenHopsAreAnyTextThenTheAnswerIsAnAddress() {
		ClientAddresses listed = new ClientAddresses(TrustedProxies.of(List.of("10.0.0.0/8")), "X-Forwarded-For");
		ClientAddresses standard = new ClientAddresses(TrustedProxies.of(List.of("10.0.0.0/8")), "Forwarded");
		TestRandom.rounds((random) -> {
			String hops = random.mutated("192.0.2.1, 10.0.0.2, [2001:db8::1]:80", ",.:[] \"");
			String elements = random.mutated("for=192.0.2.1;by=x, for=\"[2001:db8::1]:80\", for=10.0.0.2", ",;=\"[] f");
			assertThat(IpAddress.parse(listed.find("10.0.0.1", List.of(hops)))).as(hops).isNotNull();
			assertThat(IpAddress.parse(standard.find("10.0.0.1", List.of(elements)))).as(elements).isNotNull();
			assertThat(listed.find("192.0.2.9", List.of(hops))).isEqualTo("192.0.2.9");
		});
	}

	@Test
	void whenProxyAppendsToAnyTextThenItsHopIsFound() {
		ClientAddresses listed = new ClientAddresses(TrustedProxies.of(List.of("10.0.0.0/8")), "X-Forwarded-For");
		ClientAddresses standard = new ClientAddresses(TrustedProxies.of(List.of("10.0.0.0/8")), "Forwarded");
		TestRandom.rounds((random) -> {
			String sent = random.text("0123456789.:,;=\"[]for ", 30);
			assertThat(listed.find("10.0.0.1", List.of(sent + ", 192.0.2.7"))).as(sent).isEqualTo("192.0.2.7");
			assertThat(standard.find("10.0.0.1", List.of(sent + ", for=192.0.2.7"))).as(sent).isEqualTo("192.0.2.7");
		});
	}

	private static boolean isLogin(String credentials) {
		if (!BASE64.matcher(credentials).matches()) {
			return false;
		}
		byte[] bytes = Base64.getDecoder().decode(credentials);
		String text = new String(bytes, StandardCharsets.UTF_8);
		boolean utf8 = !text.contains("\ufffd") || TestBasic.encoded(text).equals(credentials);
		return utf8 && TestBasic.encoded(text).equals(credentials) && text.matches("(?s)[^\\p{Cc}]*:[^\\p{Cc}]*");
	}

	// Never a name, which would be looked up.
	private static String platform(String text) {
		try {
			return !text.matches("[0-9a-fA-F:.]+") || text.indexOf(':') < 0 ? "none"
					: InetAddress.getByName(text).getHostAddress();
		}
		catch (java.net.UnknownHostException ex) {
			return "none";
		}
	}

}
