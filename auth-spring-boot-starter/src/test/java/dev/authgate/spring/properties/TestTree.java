package dev.authgate.spring.properties;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

record TestTree(@DefaultValue("on-line") Mode mode, @DefaultValue Vault vault, @DefaultValue List<Door> doors,
		@DefaultValue List<String> publicPaths, @DefaultValue Map<String, List<String>> roles) {

	enum Mode {

		ON_LINE, OFF

	}

	record Vault(@Nullable Secret secret, @DefaultValue("30s") Duration clockSkew, @Nullable OffsetDateTime expiresAt,
			@DefaultValue("true") boolean enabled, @DefaultValue("") String label) {
	}

	record Door(@Nullable String id, @Nullable Secret key, @DefaultValue List<String> permissions,
			@DefaultValue Map<String, Object> data) {
	}

}
