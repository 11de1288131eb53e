package dev.authgate.sample.browser;

import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two people at one thread, one of whom may only read: L3, L6, L8.
 */
class LiveThreadBrowserTests extends InBrowser {

	private static final String THREAD = "/threads/00000000-0000-4000-8000-000000000002/live";

	private static final String POST = """
			document.getElementById("text").value = %s;
			document.getElementById("post").requestSubmit();
			return true;""";

	private static final String WATCH_WITH_TOKEN = """
			fetch("/login", {
				method: "POST",
				headers: { "Content-Type": "application/json" },
				body: JSON.stringify({ username: "%1$s", password: "%1$s-demo-password" }),
			}).then((answer) => answer.json()).then(({ token }) => {
				const address = "/ws/threads/00000000-0000-4000-8000-000000000002";
				const socket = new WebSocket("ws://" + location.host + address, ["bearer", token]);
				socket.onmessage = (event) => document.body.append(event.data);
				socket.onopen = () => document.body.append("Protocol " + socket.protocol + ".");
				window.post = (text) => socket.send(JSON.stringify({ text }));
			});
			return true;""";

	private final String said = "said " + UUID.randomUUID();

	private Browser bob;

	@BeforeEach
	void openAnother() {
		this.bob = another();
	}

	@AfterEach
	void closeAnother() {
		this.bob.close();
	}

	@Test
	void whenWriterPostsThenReaderSeesItAndHasNoForm() {
		watch(this.browser, "alice");
		watch(this.bob, "bob");
		this.browser.type("Message", "<b>Hi</b>, " + this.said).click("Send").see("alice <b>Hi</b>, " + this.said);
		this.bob.see("alice <b>Hi</b>, " + this.said).keep("live-reader");
		this.browser.keep("live-writer");
		assertThat(this.bob.text()).contains("You may read this thread.").doesNotContain("Send");
		assertThat(this.browser.complaints()).isEmpty();
		assertThat(this.bob.complaints()).isEmpty();
	}

	@Test
	void whenReaderForcesMessageThenRefusedAndWriterDoesNotSeeIt() {
		watch(this.browser, "alice");
		watch(this.bob, "bob");
		this.bob.run(POST.formatted("'forced'"));
		this.bob.see("Insufficient permissions. You need threads:write.").keep("live-refused");
		this.browser.type("Message", this.said).click("Send").see(this.said);
		assertThat(this.browser.text()).doesNotContain("forced");
		assertThat(this.bob.see(this.said).text()).doesNotContain("forced");
	}

	@Test
	void whenPageIsLoadedAgainThenMessagesAreThere() {
		watch(this.browser, "alice").type("Message", this.said).click("Send").see(this.said);
		this.browser.go("/dashboard").follow("Team");
		this.browser.see("alice " + this.said);
	}

	@Test
	void whenLoggedOutElsewhereThenPageSaysSoAndOffersLogin() {
		watch(this.browser, "alice");
		watch(this.bob, "bob");
		try (Browser other = another()) {
			logIn(other, "alice").go("/account").press("Log out everywhere");
		}
		this.browser.see("You were logged out. Log in").keep("live-logged-out");
		assertThat(this.browser.text()).contains("Closed.").doesNotContain("Send");
		assertThat(this.bob.text()).contains("Connected.");
		this.browser.follow("Log in");
		assertThat(this.browser.see("Password").path()).startsWith("/login");
	}

	@Test
	void whenConnectionIsLostThenMadeAnew() {
		watch(this.browser, "alice").run(POST.formatted("'x'.repeat(70000)"));
		this.browser.see("Connection lost. Trying again in").keep("live-reconnecting").see("Connected.");
		this.browser.type("Message", this.said).click("Send").see("alice " + this.said);
	}

	@Test
	void whenConnectionIsLostAndLoginGoneThenPageSaysSo() {
		watch(this.browser, "alice").forget().run(POST.formatted("'x'.repeat(70000)"));
		this.browser.see("You were logged out. Log in");
	}

	@Test
	void whenPageHasTokensThenTheyOpenTheThread() {
		this.browser.go("/docs").run(WATCH_WITH_TOKEN.formatted("alice"));
		this.bob.go("/docs").run(WATCH_WITH_TOKEN.formatted("bob"));
		this.browser.see("Protocol bearer.").see("{\"threads\":[\"read\",\"write\"]}");
		this.bob.see("{\"threads\":[\"read\"]}").run("post('forced'); return true;");
		this.bob.see("insufficient_permissions");
		this.browser.run("post('%s'); return true;".formatted(this.said));
		this.bob.see("\"author\":\"alice\",\"text\":\"" + this.said + "\"");
		assertThat(this.browser.see(this.said).text()).doesNotContain("forced");
	}

	@Test
	void whenThreadIsSharedThenTheTeamFindsIt() {
		logIn(this.browser, "alice").type("New thread", this.said).tick("Show it to the team").press("Add");
		logIn(this.bob, "bob").follow(this.said);
		this.bob.see("Connected. You may read this thread.");
	}

	@Test
	void whenThreadIsNotSharedThenTheTeamDoesNotFindIt() {
		logIn(this.browser, "alice").type("New thread", this.said).press("Add").keep("dashboard-live");
		assertThat(this.browser.text()).contains(this.said);
		assertThat(logIn(this.bob, "bob").text()).contains("Team").doesNotContain(this.said);
	}

	private static Browser watch(Browser browser, String name) {
		return logIn(browser, name).go(THREAD).see("Connected.");
	}

	private static Browser logIn(Browser browser, String name) {
		return browser.go("/login").type("User name", name).type("Password", name + "-demo-password").press("Log in");
	}

}
