package dev.authgate.sample;

import java.net.http.HttpResponse;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * That files and threads are their owner's alone: O11.
 */
@WorkspaceTest
class OwnershipTests {

	private static final String AGENT = "00000000-0000-4000-8000-000000000001";

	private final Client owner;

	private final Client other;

	OwnershipTests(TestClients clients) {
		this.owner = clients.permittedTo(TestRoutes.ALL_PERMISSIONS);
		this.other = clients.permittedTo(TestRoutes.ALL_PERMISSIONS);
	}

	/** O11. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			GET    | /api/threads/{id}          | -
			GET    | /api/threads/{id}/messages | -
			POST   | /api/threads/{id}/rename   | {"name": "Mine"}
			POST   | /api/threads/{id}/runs     | {"agentId": "00000000-0000-4000-8000-000000000001", "text": "hi"}
			DELETE | /api/threads/{id}          | -
			DELETE | /api/threads?id={id}       | -
			""")
	void whenThreadIsAnotherUsersThenNotFoundAndUntouched(String method, String path, String body) {
		String id = thread();
		String target = path.replace("{id}", id);
		HttpResponse<String> response = (body != null) ? this.other.post(target, body)
				: this.other.send(method, target, "");
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(this.owner.get("/api/threads/" + id).body()).isEqualTo("{\"id\":\"" + id + "\",\"name\":\"Plans\"}");
		assertThat(this.owner.get("/api/threads/" + id + "/messages").body()).isEqualTo("[]");
	}

	/** O11. */
	@ParameterizedTest
	@CsvSource({ "GET,/api/files/{id}", "GET,/api/files/{id}/content", "DELETE,/api/files/{id}" })
	void whenFileIsAnotherUsersThenNotFoundAndUntouched(String method, String path) {
		String id = file();
		assertThat(this.other.send(method, path.replace("{id}", id), "").statusCode()).isEqualTo(404);
		assertThat(this.owner.get("/api/files/" + id + "/content").body()).isEqualTo("Grüße");
	}

	/** O11. */
	@Test
	void whenOneOfSeveralThreadsIsAnotherUsersThenNoneIsDeleted() {
		String theirs = thread();
		String own = idOf(this.other.post("/api/threads", "{\"name\": \"Own\"}"));
		assertThat(this.other.delete("/api/threads?id=" + own + "&id=" + theirs).statusCode()).isEqualTo(404);
		assertThat(this.other.get("/api/threads/" + own).statusCode()).isEqualTo(200);
	}

	/** O11. */
	@Test
	void whenThreadIdIsTakenThenConflict() {
		HttpResponse<String> response = this.other.post("/api/threads",
				"{\"id\": \"" + thread() + "\", \"name\": \"Mine\"}");
		assertThat(response.statusCode()).isEqualTo(409);
		assertThat(JsonPath.<String>read(response.body(), "$.detail")).isEqualTo("The id is taken.");
	}

	/** O11. */
	@Test
	void whenFileIdIsTakenThenConflictAndUntouched() {
		String id = file();
		String body = "{\"id\": \"" + id + "\", \"name\": \"mine.txt\", \"content\": \"mine\"}";
		assertThat(this.other.post("/api/files", body).statusCode()).isEqualTo(409);
		assertThat(this.owner.get("/api/files/" + id + "/content").body()).isEqualTo("Grüße");
	}

	/** O11. */
	@Test
	void whenThreadsAreListedThenOnlyOwnOnes() {
		String id = thread();
		assertThat(this.owner.get("/api/threads").body()).contains(id);
		assertThat(this.other.get("/api/threads").body()).isEqualTo("[]");
	}

	@Test
	void whenAgentIsMadeThenEverybodySeesIt() {
		String id = idOf(this.owner.post("/api/agents", "{\"name\": \"Counter\", \"skill\": \"COUNT\"}"));
		assertThat(this.other.get("/api/agents").body()).contains(id);
		assertThat(this.other.post("/api/agents/" + id + "/run", "{\"text\": \"one two\"}").body())
			.isEqualTo("{\"text\":\"2 words\"}");
	}

	@Test
	void whenOwnerNamesAnotherOwnerThenItHasNoEffect() {
		String id = idOf(this.owner.post("/api/threads", "{\"name\": \"Plans\", \"owner\": \"alice\"}"));
		assertThat(this.owner.get("/api/threads/" + id).statusCode()).isEqualTo(200);
	}

	@Test
	void whenOwnerTalksThenMessagesAreKeptInOrder() {
		String path = "/api/threads/" + thread();
		this.owner.post(path + "/runs", "{\"agentId\": \"" + AGENT + "\", \"text\": \"hi\"}");
		String messages = this.owner.get(path + "/messages").body();
		assertThat(JsonPath.<Object>read(messages, "$[*].text")).hasToString("[\"hi\",\"HI\"]");
		assertThat(JsonPath.<String>read(messages, "$[1].author")).isEqualTo("Megaphone");
	}

	@Test
	void whenOwnerRenamesThenNewName() {
		String path = "/api/threads/" + thread();
		assertThat(this.owner.post(path + "/rename", "{\"name\": \"Aims\"}").statusCode()).isEqualTo(200);
		assertThat(this.owner.get(path).body()).contains("\"Aims\"");
	}

	@Test
	void whenOwnerDeletesSeveralThreadsThenAllAreGone() {
		String first = thread();
		String second = thread();
		this.owner.post("/api/threads/" + first + "/runs", "{\"agentId\": \"" + AGENT + "\", \"text\": \"hi\"}");
		assertThat(this.owner.delete("/api/threads?id=" + first + "&id=" + second).statusCode()).isEqualTo(204);
		assertThat(this.owner.get("/api/threads").body()).doesNotContain(first, second);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/threads/", "/api/files/" })
	void whenOwnerDeletesThenGone(String path) {
		String id = path.contains("threads") ? thread() : file();
		assertThat(this.owner.delete(path + id).statusCode()).isEqualTo(204);
		assertThat(this.owner.get(path + id).statusCode()).isEqualTo(404);
	}

	@Test
	void whenAgentIsDeletedThenGone() {
		String id = idOf(this.owner.post("/api/agents", "{\"name\": \"Parrot\", \"skill\": \"ECHO\"}"));
		assertThat(this.owner.delete("/api/agents/" + id).statusCode()).isEqualTo(204);
		assertThat(this.owner.delete("/api/agents/" + id).statusCode()).isEqualTo(404);
	}

	private String thread() {
		return idOf(this.owner.post("/api/threads", "{\"name\": \"Plans\"}"));
	}

	private String file() {
		return idOf(this.owner.post("/api/files", "{\"name\": \"notes.txt\", \"content\": \"Grüße\"}"));
	}

	private static String idOf(HttpResponse<String> created) {
		assertThat(created.statusCode()).isEqualTo(201);
		return JsonPath.read(created.body(), "$.id");
	}

}
