package dev.authgate.benchmark.app;

/**
 * The resource that every variant serves.
 *
 * @param id the id of the path
 * @param name a name derived from the id
 */
public record Thing(String id, String name) {

	/**
	 * The one permission that reading a thing requires.
	 */
	public static final String READ = "things:read";

	/**
	 * Returns the thing with that id; there is no store behind it, so that a request
	 * costs little beyond its guard.
	 */
	public static Thing of(String id) {
		return new Thing(id, "Thing " + id);
	}

}
