package dev.authgate.benchmark;

/**
 * A security library whose auto-configuration belongs to some variants and must not reach
 * the others.
 */
enum Library {

	SPRING_SECURITY("org.springframework.boot.security.autoconfigure."),

	RESOURCE_SERVER("org.springframework.boot.security.oauth2.server.resource.autoconfigure."),

	SA_TOKEN("cn.dev33.satoken."),

	AUTHGATE("dev.authgate.spring.");

	private final String packagePrefix;

	Library(String packagePrefix) {
		this.packagePrefix = packagePrefix;
	}

	boolean holds(String className) {
		return className.startsWith(this.packagePrefix);
	}

}
