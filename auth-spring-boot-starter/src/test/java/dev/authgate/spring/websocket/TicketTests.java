package dev.authgate.spring.websocket;

import java.time.Duration;
import java.util.List;

import com.jayway.jsonpath.JsonPath;
import dev.authgate.contract.Race;
import dev.authgate.contract.TestClock;
import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.app.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A ticket opens one socket once, for whoever asked for it.
 */
@TestInstance(Lifecycle.PER_CLASS)
class TicketTests {

	private static final String PASSWORD = "a raven over three hills";

	private Office office;

	@BeforeAll
	void open() {
		this.office = Office.open("authgate.endpoints.ws-ticket.enabled=true",
				"authgate.websocket.ticket-query-parameter=ticket", "authgate.session.csrf.cookie=true",
				"authgate.users.accounts[17].username=ada", "authgate.users.accounts[17].password=" + PASSWORD,
				"authgate.users.accounts[17].permissions=threads:read, threads:write",
				"authgate.users.accounts[18].username=bob", "authgate.users.accounts[18].password=" + PASSWORD,
				"authgate.users.accounts[18].permissions=threads:read");
	}

	@AfterAll
	void close() {
		this.office.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "token", "basic" })
	void whenTicketIsOfferedThenOpensForItsHolder(String kind) throws Exception {
		String ticket = ticket("/desk", this.office.credential(kind, "ada"));
		try (Socket socket = offer("/desk", ticket)) {
			assertThat(socket.protocol()).isEqualTo("ticket");
			assertThat(socket.ask("who")).isEqualTo("ada");
			assertThat(socket.ask("checked")).isEqualTo("{threads=[write, read], files=[]}");
		}
	}

	@Test
	void whenHolderHasSessionThenOpensForIt() throws Exception {
		String session = this.office.session("ada");
		try (Socket socket = offer("/desk", ticket("/desk", session, csrf(session)))) {
			assertThat(socket.ask("who")).isEqualTo("ada");
			this.office.endSessions("ada");
			this.office.sockets().check();
			assertThat(socket.closing()).isEqualTo("1008 revoked");
		}
	}

	@Test
	void whenSessionAsksWithoutProofThenRefused() {
		assertThat(ask("{\"path\":\"/desk\"}", this.office.session("ada")).status()).isEqualTo(403);
	}

	@Test
	void whenHolderIsApplicationThenOpensForIt() throws Exception {
		String ticket = ticket("/desk", "X-API-Key: " + TestApp.READER);
		try (Socket socket = offer("/desk", ticket)) {
			assertThat(socket.ask("who")).isEqualTo("reader");
		}
	}

	@Test
	void whenTicketIsInAddressThenOpensUnseen() throws Exception {
		try (Socket socket = this.office.socket("/desk?ticket=" + ticket("/desk"))) {
			assertThat(socket.ask("who")).isEqualTo("ada");
		}
	}

	@Test
	void whenTicketIsUsedAgainThenRefused() {
		String ticket = ticket("/desk");
		assertThat(head("/desk", ticket)).startsWith("HTTP/1.1 101").doesNotContain(ticket);
		assertThat(head("/desk", ticket)).startsWith("HTTP/1.1 401").doesNotContain(ticket);
	}

	@Test
	void whenTicketIsUsedByManyAtOnceThenOneOpens() {
		String ticket = ticket("/desk");
		List<Boolean> opened = Race.of(50, (i) -> head("/desk", ticket).startsWith("HTTP/1.1 101"));
		assertThat(opened).containsOnlyOnce(true);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/plain", "/desk/", "/sockjs/websocket" })
	void whenPathIsAnotherThenRefused(String path) {
		String ticket = ticket("/desk");
		assertThat(head(path, ticket)).startsWith("HTTP/1.1 401");
	}

	@Test
	void whenTicketWasUsedForAnotherPathThenUsedUp() {
		String ticket = ticket("/desk");
		assertThat(head("/plain", ticket)).startsWith("HTTP/1.1 401");
		assertThat(head("/desk", ticket)).startsWith("HTTP/1.1 401");
	}

	@Test
	void whenTicketHasExpiredThenRefused() {
		String ticket = ticket("/desk");
		this.office.bean(TestClock.class).pass(Duration.ofSeconds(30));
		assertThat(head("/desk", ticket)).startsWith("HTTP/1.1 401");
	}

	@Test
	void whenHolderMayNotThenRefused() {
		String ticket = ticket("/desk", this.office.token("root"));
		assertThat(head("/desk", ticket)).startsWith("HTTP/1.1 403");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"enabled\":false}", "{\"permissions\":[\"agents:read\"]}" })
	void whenHolderIsChangedMeanwhileThenRefused(String change) {
		String ticket = ticket("/desk", this.office.token("bob"));
		this.office.change("bob", change);
		assertThat(head("/desk", ticket)).startsWith("HTTP/1.1 401");
		this.office.change("bob", "{\"enabled\":true,\"permissions\":[\"threads:read\"]}");
	}

	@Test
	void whenTokenIsTakenBackMeanwhileThenRefused() {
		String token = this.office.rawToken("ada");
		String ticket = ticket("/desk", "Authorization: Bearer " + token);
		this.office.form("POST /auth/revoke", "token=" + token);
		assertThat(head("/desk", ticket)).startsWith("HTTP/1.1 401");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Authorization: Bearer x", "Sec-WebSocket-Protocol: bearer, x",
			"Sec-WebSocket-Protocol: ticket, x" })
	void whenThereIsAnotherCredentialThenMalformed(String line) {
		String ticket = ticket("/desk");
		assertThat(RawHandshake.head(this.office.port(), "/desk", "Sec-WebSocket-Protocol: ticket, " + ticket, line))
			.startsWith("HTTP/1.1 401");
		assertThat(head("/desk", ticket)).startsWith("HTTP/1.1 101");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "000000000000000000000000000", "00000000000000000000000000000000000000" })
	void whenTicketIsWrongThenRefused(String wrong) {
		assertThat(head("/desk", wrong)).startsWith("HTTP/1.1 401");
	}

	@Test
	void whenTicketIsSentAsHeaderThenNotRead() {
		assertThat(RawHandshake.head(this.office.port(), "/desk", "Authorization: Ticket " + ticket("/desk")))
			.startsWith("HTTP/1.1 401");
	}

	@Test
	void whenRequestAsksForNoSocketThenNotRead() {
		assertThat(this.office.send("GET /desk", "Sec-WebSocket-Protocol: ticket, " + ticket("/desk")).status())
			.isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"path\":1}", "{\"path\":\"\"}", "{\"path\":\"desk\"}", "{\"path\":\"//desk\"}",
			"{\"path\":\"/desk?x\"}", "{\"path\":\"/desk#x\"}", "{\"path\":\"https://a/desk\"}",
			"{\"path\":\"/de sk\"}", "{\"path\":\"/desk\",\"user\":\"bob\"}", "[]", "" })
	void whenPathIsNoneThenBadRequest(String body) {
		assertThat(ask(body, this.office.token("ada")).status()).isEqualTo(400);
	}

	@Test
	void whenNobodyAsksThenRefused() {
		assertThat(ask("{\"path\":\"/desk\"}").status()).isEqualTo(401);
	}

	@Test
	void whenFormAsksThenAnswered() {
		Reply reply = wire().exchange("POST /auth/ws-ticket", "path=%2Fdesk", this.office.token("ada"),
				"Content-Type: application/x-www-form-urlencoded");
		assertThat(reply.body()).matches("\\{\"ticket\":\"[0-9A-Za-z]{27}\",\"expires_in\":30}");
		assertThat(reply.headers("Cache-Control")).containsExactly("no-store");
	}

	private String ticket(String path) {
		return ticket(path, this.office.token("ada"));
	}

	private String ticket(String path, String... headers) {
		Reply reply = ask("{\"path\":\"" + path + "\"}", headers);
		assertThat(reply.status()).isEqualTo(200);
		return JsonPath.read(reply.body(), "$.ticket");
	}

	private Reply ask(String body, String... headers) {
		return wire().json("POST /auth/ws-ticket", body, headers);
	}

	private Socket offer(String path, String ticket) {
		return Socket.offer(this.office.port(), path, List.of("ticket", ticket));
	}

	private String head(String path, String ticket) {
		return RawHandshake.head(this.office.port(), path, "Sec-WebSocket-Protocol: ticket, " + ticket);
	}

	private String csrf(String session) {
		String cookie = this.office.send("GET /nothing", session).headers("Set-Cookie").get(0);
		return "X-XSRF-TOKEN: " + cookie.split("[=;]")[1];
	}

	private Wire wire() {
		return Wire.to(this.office.port());
	}

}
