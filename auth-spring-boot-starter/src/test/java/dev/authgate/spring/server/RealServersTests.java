package dev.authgate.spring.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The servers that the contracts of stores are run on answer.
 */
class RealServersTests {

	@Test
	void whenPostgresIsAskedThenItIsTheRealOne() {
		JdbcClient client = JdbcClient.create(RealPostgres.newDataSource());
		assertThat(client.sql("SELECT version()").query(String.class).single()).startsWith("PostgreSQL ");
	}

	@Test
	void whenDatabasesAreMadeThenEachIsItsOwn() {
		assertThat(RealPostgres.newDatabase()).isNotEqualTo(RealPostgres.newDatabase());
	}

	@Test
	@OnMariaDb
	void whenMariaDbIsAskedThenItIsTheRealOne() {
		JdbcClient client = JdbcClient.create(RealMariaDb.newDataSource());
		assertThat(client.sql("SELECT version()").query(String.class).single()).contains("MariaDB");
	}

	@Test
	void whenRedisIsAskedThenItAnswers() throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RealRedis.port())) {
			OutputStream out = socket.getOutputStream();
			out.write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
			InputStream in = socket.getInputStream();
			assertThat(new String(in.readNBytes(7), StandardCharsets.US_ASCII)).isEqualTo("+PONG\r\n");
		}
	}

}
