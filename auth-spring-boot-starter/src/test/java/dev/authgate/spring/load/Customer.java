package dev.authgate.spring.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.Wire;
import dev.authgate.spring.load.Answer.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client that does again and again what clients do: it logs in, uses its token and its
 * session, and refreshes.
 */
final class Customer {

	static final String PASSWORD = "the raven flew over 3 hills";

	private final String name;

	private final Wire wire;

	private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

	private final List<String> refreshTokens = new ArrayList<>();

	private final Map<Kind, String> credentials = new EnumMap<>(Kind.class);

	Customer(String name, int port) {
		this.name = name;
		this.wire = Wire.to(port);
	}

	/**
	 * Goes on until it is told to stop.
	 * @param first what it goes on with when it has done everything once
	 */
	Customer run(int first, BooleanSupplier goesOn) {
		List<Runnable> all = List.of(this::logIn, this::useToken, this::refresh, this::logInByForm, this::openPage);
		all.forEach(Runnable::run);
		for (int next = first; goesOn.getAsBoolean(); next++) {
			all.get(next % all.size()).run();
		}
		return this;
	}

	/**
	 * Gives all answers so far.
	 */
	List<Answer> answers() {
		return List.copyOf(this.answers);
	}

	/**
	 * Gives the last refresh token of each session of its own.
	 */
	List<String> refreshTokens() {
		return this.refreshTokens;
	}

	/**
	 * Uses a refresh token.
	 */
	Reply refresh(String token) {
		return this.wire.json("POST /auth/refresh", "{\"refresh_token\":\"" + token + "\"}");
	}

	private void logIn() {
		Reply reply = timed(Kind.LOGIN, () -> this.wire.json("POST /login",
				"{\"username\":\"" + this.name + "\",\"password\":\"" + PASSWORD + "\"}"));
		if (reply.status() == 200) {
			this.refreshTokens.add(member(reply, "refresh_token"));
			this.credentials.put(Kind.TOKEN, member(reply, "token"));
		}
	}

	private void useToken() {
		String token = this.credentials.get(Kind.TOKEN);
		timed(Kind.TOKEN, () -> this.wire.send("GET /api/user", "Authorization: Bearer " + token));
	}

	private void refresh() {
		int last = this.refreshTokens.size() - 1;
		Reply reply = timed(Kind.REFRESH, () -> refresh(this.refreshTokens.get(last)));
		if (reply.status() == 200) {
			this.refreshTokens.set(last, member(reply, "refresh_token"));
		}
	}

	private void logInByForm() {
		Reply reply = timed(Kind.FORM,
				() -> this.wire.exchange("POST /login",
						"username=" + this.name + "&password=" + PASSWORD.replace(' ', '+'),
						"Content-Type: application/x-www-form-urlencoded"));
		if (reply.status() == 303) {
			this.credentials.put(Kind.PAGE, reply.headers("Set-Cookie").get(0).split(";")[0]);
		}
	}

	private void openPage() {
		String cookie = this.credentials.get(Kind.PAGE);
		timed(Kind.PAGE, () -> this.wire.send("GET /api/user", "Cookie: " + cookie));
	}

	private Reply timed(Kind kind, Supplier<Reply> call) {
		long began = System.nanoTime();
		Reply reply = call.get();
		this.answers.add(new Answer(kind, reply.status(), began, System.nanoTime()));
		return reply;
	}

	private static String member(Reply reply, String name) {
		Matcher member = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(reply.body());
		assertThat(member.find()).as(name).isTrue();
		return member.group(1);
	}

}
