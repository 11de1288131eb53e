package dev.authgate.spring.server;

import java.io.IOException;
import java.io.UncheckedIOException;

import redis.embedded.RedisServer;

/**
 * A real Redis, started once for all tests of this process.
 */
public final class RealRedis {

	private RealRedis() {
	}

	/**
	 * Gives the port of the one server, on the loopback interface.
	 */
	public static int port() {
		return Holder.PORT;
	}

	/**
	 * Starts a server of its own, for tests that stop it.
	 */
	public static RedisServer start(int port) {
		try {
			RedisServer server = RedisServer.newRedisServer().port(port).setting("save \"\"").build();
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Starts the server when it is first asked for.
	 */
	private static final class Holder {

		private static final int PORT = FreePort.find();

		static {
			start(PORT);
		}

	}

}
