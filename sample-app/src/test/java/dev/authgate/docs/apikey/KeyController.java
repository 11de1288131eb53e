package dev.authgate.docs.apikey;

import java.util.Map;

import dev.authgate.PermissionSet;
import dev.authgate.RequireRole;
import dev.authgate.apikey.ApiKeyStore;
import dev.authgate.apikey.ApiKeyUsage;
import dev.authgate.apikey.GeneratedApiKey;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequireRole("admin")
class KeyController {

	private final ApiKeyStore keys;

	private final ApiKeyUsage usage;

	KeyController(ApiKeyStore keys, ApiKeyUsage usage) {
		this.keys = keys;
		this.usage = usage;
	}

	@PostMapping("/admin/keys/{app}")
	Map<String, String> issue(@PathVariable String app) {
		GeneratedApiKey generated = GeneratedApiKey.generate("ak");
		this.keys.register(generated.toBuilder().app(app).permissions(PermissionSet.of("threads:read")).build());
		return Map.of("id", generated.id(), "key", generated.key().reveal());
	}

	@DeleteMapping("/admin/keys/{id}")
	boolean revoke(@PathVariable String id) {
		return this.keys.revoke(id);
	}

	@GetMapping("/admin/keys/{id}/last-used")
	String lastUsed(@PathVariable String id) {
		return String.valueOf(this.usage.lastUsed(id));
	}

}
