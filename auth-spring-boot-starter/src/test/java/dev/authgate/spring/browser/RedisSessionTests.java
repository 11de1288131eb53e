package dev.authgate.spring.browser;

/**
 * Sessions in a real Redis.
 */
class RedisSessionTests extends StoredSessionContract {

	@Override
	Class<?> configuration() {
		return StoredSessions.InRedis.class;
	}

	@Override
	String stored() {
		return StoredSessions.keysInRedis().toString();
	}

}
