package dev.authgate.sample;

import java.net.http.HttpResponse;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * That wrong input is the client's error, and said to be.
 */
@WorkspaceTest
class InputTests {

	private final Client client;

	InputTests(TestClients clients) {
		this.client = clients.permittedTo(TestRoutes.ALL_PERMISSIONS);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			/api/threads | {                                  | The body is not JSON of the expected form.
			/api/threads | null                               | The body is not JSON of the expected form.
			/api/threads | []                                 | The body is not JSON of the expected form.
			/api/threads | {"id": "7", "name": "Plans"}       | The body is not JSON of the expected form.
			/api/threads | {}                                 | name is required.
			/api/threads | {"name": null}                     | name is required.
			/api/threads | {"name": " "}                      | name is required.
			/api/threads | {"name": "a\\u0000b"}               | name has characters that are not allowed.
			/api/threads | {"name": "a\\nb"}                   | name has characters that are not allowed.
			/api/threads | {"name": "\\ud800"}                 | name has characters that are not allowed.
			/api/files   | {"name": "a.txt"}                  | content is required.
			/api/files   | {"name": "a", "content": "\\udfff"} | content has characters that are not allowed.
			/api/agents  | {"name": "Parrot"}                 | skill is required.
			/api/agents  | {"name": "Parrot", "skill": "FLY"} | The body is not JSON of the expected form.
			""")
	void whenBodyIsWrongThenBadRequestSaysWhy(String path, String body, String detail) {
		HttpResponse<String> response = this.client.post(path, body);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(JsonPath.<String>read(response.body(), "$.detail")).isEqualTo(detail);
	}

	@Test
	void whenNameIsTooLongThenBadRequest() {
		HttpResponse<String> response = this.client.post("/api/threads", "{\"name\": \"" + "n".repeat(101) + "\"}");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("name has more than 100 characters");
	}

	@ParameterizedTest
	@ValueSource(ints = { 20_001, 250_000, 3_000_000 })
	void whenContentIsTooLongThenBadRequest(int length) {
		String body = "{\"name\": \"a.txt\", \"content\": \"" + "c".repeat(length) + "\"}";
		assertThat(this.client.post("/api/files", body).statusCode()).isEqualTo(400);
	}

	@Test
	void whenTextIsAsLongAsAllowedThenStored() {
		String body = "{\"name\": \"" + "😀".repeat(50) + "\", \"content\": \"" + "\\u00e4".repeat(20_000) + "\"}";
		assertThat(this.client.post("/api/files", body).statusCode()).isEqualTo(201);
	}

	@Test
	void whenNestingIsDeepThenBadRequest() {
		assertThat(this.client.post("/api/threads", "[".repeat(50_000)).statusCode()).isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource({ "GET,/api/files/7", "GET,/api/files/%20", "GET,/api/files/7/content", "DELETE,/api/files/x",
			"GET,/api/threads/x", "DELETE,/api/threads/x", "DELETE,/api/agents/x", "DELETE,/api/threads",
			"DELETE,/api/threads?id=", "DELETE,/api/threads?id=x", "DELETE,'/api/threads?id=,'",
			"DELETE,/api/threads?id=%20" })
	void whenIdIsMalformedThenBadRequest(String method, String path) {
		HttpResponse<String> response = this.client.send(method, path, "");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
	}

	@Test
	void whenTooManyIdsThenBadRequest() {
		String ids = ("id=" + TestRoutes.ID + "&").repeat(101);
		assertThat(this.client.delete("/api/threads?" + ids).statusCode()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "text/plain", "application/x-www-form-urlencoded", "application/xml", "multipart/form-data" })
	void whenContentIsNoJsonThenUnsupportedMediaType(String type) {
		Client other = this.client.with("Content-Type", type);
		assertThat(other.send("POST", "/api/threads", "name=Plans").statusCode()).isEqualTo(415);
	}

	@Test
	void whenMethodIsWrongThenMethodNotAllowed() {
		assertThat(this.client.send("PUT", "/api/threads", "").statusCode()).isEqualTo(405);
	}

	@Test
	void whenAgentOfRunIsUnknownThenNotFound() {
		String thread = JsonPath.read(this.client.post("/api/threads", "{\"name\": \"Plans\"}").body(), "$.id");
		String run = "{\"agentId\": \"" + TestRoutes.ID + "\", \"text\": \"hi\"}";
		HttpResponse<String> response = this.client.post("/api/threads/" + thread + "/runs", run);
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(JsonPath.<String>read(response.body(), "$.detail")).isEqualTo("There is no such agent.");
	}

	@Test
	void whenPathIsUnknownThenNotFound() {
		HttpResponse<String> response = this.client.get("/api/nothing");
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
	}

}
