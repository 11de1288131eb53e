package dev.authgate.docs.issuer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import com.sun.net.httpserver.HttpServer;
import dev.authgate.contract.TestIssuer;
import dev.authgate.contract.TestIssuerKey;

/**
 * An issuer on this machine, in place of the one that the pages talk of.
 */
public final class StandInIssuer implements AutoCloseable {

	private static final String TALKED_OF = "https://login.example.com";

	private static final String REALM = "/realms/main";

	private final TestIssuerKey key = TestIssuerKey.ec("2026-01");

	private final HttpServer server;

	private StandInIssuer(HttpServer server) {
		this.server = server;
	}

	/**
	 * Starts the issuer on any port.
	 */
	public static StandInIssuer start() throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		StandInIssuer issuer = new StandInIssuer(server);
		issuer.answer("/.well-known/openid-configuration",
				"{\"issuer\":\"" + issuer.name() + "\",\"jwks_uri\":\"" + issuer.name() + "/keys\"}");
		issuer.answer("/keys", TestIssuer.jwkSet(issuer.key));
		issuer.answer("/protocol/openid-connect/token", "{\"access_token\":\"" + issuer.token() + "\"}");
		server.start();
		return issuer;
	}

	/**
	 * Puts its own address in the place of the other one.
	 */
	public String standIn(String text) {
		return text.replace(TALKED_OF, address());
	}

	/**
	 * Copies a file with its own address in the place of the other one.
	 */
	public Path standIn(Path yaml) throws IOException {
		Path copies = Files.createDirectories(Path.of("target/docs").toAbsolutePath());
		return Files.writeString(copies.resolve("of-stand-in.yml"), standIn(Files.readString(yaml)));
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private String address() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	private String name() {
		return address() + REALM;
	}

	private String token() {
		long now = Instant.now().getEpochSecond();
		return this.key
			.token("{\"iss\":\"" + name() + "\",\"sub\":\"5f1e2c9a\",\"aud\":\"threads-api\",\"azp\":\"client\","
					+ "\"iat\":" + now + ",\"exp\":" + (now + 300) + ",\"realm_access\":{\"roles\":[\"editor\"]}}");
	}

	private void answer(String path, String json) {
		this.server.createContext(REALM + path, TestIssuer.answer(200, "application/json", json));
	}

}
