package dev.authgate.spring.browser;

/**
 * Sessions in a database.
 */
class DatabaseSessionTests extends StoredSessionContract {

	@Override
	Class<?> configuration() {
		return StoredSessions.InDatabase.class;
	}

	@Override
	String stored() {
		return StoredSessions.everythingInDatabase();
	}

}
