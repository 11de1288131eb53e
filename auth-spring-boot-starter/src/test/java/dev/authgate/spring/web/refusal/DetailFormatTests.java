package dev.authgate.spring.web.refusal;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.app.Wire;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * O2: {@code {"detail": …}}, literally.
 */
class DetailFormatTests {

	@RegisterExtension
	static final TestApp APP = FormHandlers.app("authgate.errors.format=detail");

	@RegisterExtension
	static final TestApp OPEN = FormHandlers.app("authgate.errors.format=detail", "authgate.errors.reveal-reason=true",
			"authgate.errors.reveal-missing-permissions=false");

	private static Wire wire = Wire.to(0);

	private static Wire open = Wire.to(0);

	@BeforeAll
	static void connect() {
		wire = Wire.to(APP.port());
		open = Wire.to(OPEN.port());
	}

	/** B1, B2, B3, B4, B14: three distinct messages. */
	@ParameterizedTest
	@CsvSource({ "X-Other: none, Authorization header required",
			"Authorization: plain_token, Bearer authorization required",
			"Authorization: something else entirely, Bearer authorization required",
			"Authorization: Bearer a b, Bearer authorization required",
			"Authorization: non-bearer-scheme token, Bearer scheme required" })
	void whenHeaderIsNotGoodThenItSaysWhatIsRequired(String header, String text) {
		assertRefused(wire.send("GET /bearer", header), 401, text);
		assertRefused(wire.send("GET /jwt", header), 401, text);
	}

	/** B10: the validator's own words stay. */
	@Test
	void whenValidatorRefusesThenItsText() {
		assertRefused(wire.send("GET /bearer", "Authorization: Bearer x"), 401, "Token is not one of ours");
	}

	/** E1, E2, E5: which of them it is nobody is told. */
	@Test
	void whenTokenIsBadThenInvalid() {
		assertRefused(wire.send("GET /jwt", "Authorization: Bearer x.y.z"), 401, "JWT invalid");
		assertRefused(wire.send("GET /jwt", FormHandlers.expired()), 401, "JWT invalid");
		assertRefused(wire.send("GET /jwt", withoutSubject()), 401, "JWT invalid");
	}

	/** E1, E5: unless the application wants it told. */
	@Test
	void whenReasonsAreRevealedThenEachHasItsText() {
		assertThat(open.send("GET /jwt", FormHandlers.expired()).body())
			.isEqualTo("{\"detail\":\"JWT expired\",\"reason\":\"expired\"}");
		assertThat(open.send("GET /jwt", withoutSubject()).body())
			.isEqualTo("{\"detail\":\"JWT payload invalid\",\"reason\":\"missing_subject\"}");
		assertThat(open.send("GET /jwt", "Authorization: Bearer x.y.z").body())
			.startsWith("{\"detail\":\"JWT invalid\"");
	}

	/** C5: exactly the missing ones, sorted. */
	@Test
	void whenPermissionsAreMissingThenNamed() {
		assertRefused(wire.send("GET /write", FormHandlers.KEY), 403,
				"Insufficient permissions. Missing: agents:read,threads:write");
		assertRefused(wire.send("GET /admin", FormHandlers.KEY), 403, "Insufficient permissions");
	}

	/** C12. */
	@Test
	void whenMissingOnesAreHiddenThenNotNamed() {
		assertThat(open.send("GET /write", FormHandlers.KEY).body())
			.isEqualTo("{\"detail\":\"Insufficient permissions\"}");
		assertThat(wire.send("GET /write").body()).doesNotContain("threads", "agents");
	}

	/** G8: a good token beside a missing key is not called a wrong one. */
	@Test
	void whenAnotherCredentialIsMissingThenThatOfTheCatalogue() {
		assertRefused(wire.send("GET /all", FormHandlers.token((claims) -> claims)), 401, "Credentials are required.");
	}

	/** What has no text of its own has that of the catalogue. */
	@Test
	void whenThereIsNoTextThenThatOfTheCatalogue() {
		assertRefused(wire.send("GET /key"), 401, "Credentials are required.");
		assertRefused(wire.send("GET /any", "X-API-Key: wrong"), 401, "The credentials are invalid or expired.");
		assertRefused(wire.send("GET /api//user"), 400, "The request is malformed.");
	}

	private static String withoutSubject() {
		return FormHandlers.token((JWTClaimsSet.Builder claims) -> claims.subject(null));
	}

	private static void assertRefused(Reply reply, int status, String text) {
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.body()).isEqualTo("{\"detail\":\"" + text + "\"}");
		assertThat(reply.headers("Content-Type")).containsExactly("application/json");
	}

}
