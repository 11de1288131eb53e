package dev.authgate.spring.settings.store;

/**
 * Where what changes at run time is kept.
 */
public enum StoreKind {

	/** In this process, for a single one. */
	MEMORY,
	/** In the application's database. */
	JDBC,
	/** In the application's Redis. */
	REDIS

}
