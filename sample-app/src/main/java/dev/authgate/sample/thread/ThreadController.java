package dev.authgate.sample.thread;

import java.util.List;
import java.util.UUID;

import dev.authgate.AuthUser;
import dev.authgate.RequirePermission;
import dev.authgate.sample.api.Name;
import dev.authgate.sample.api.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Lists, makes, renames and removes the caller's threads.
 */
@RestController
@RequestMapping("/api/threads")
class ThreadController {

	private final Threads threads;

	ThreadController(Threads threads) {
		this.threads = threads;
	}

	@RequirePermission("threads:read")
	@GetMapping
	List<TeamThread> list(AuthUser user) {
		return this.threads.newest(user.id());
	}

	@RequirePermission("threads:read")
	@GetMapping("/{id}")
	TeamThread show(@PathVariable UUID id, AuthUser user) {
		return this.threads.find(user.id(), id).orElseThrow(() -> new NotFound("thread"));
	}

	@RequirePermission("threads:write")
	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	TeamThread create(@Valid @RequestBody NewThread input, AuthUser user) {
		UUID id = (input.id() != null) ? input.id() : UUID.randomUUID();
		TeamThread thread = new TeamThread(id, input.name());
		this.threads.add(user.id(), thread);
		return thread;
	}

	@RequirePermission("threads:write")
	@PostMapping("/{id}/rename")
	TeamThread rename(@PathVariable UUID id, @Valid @RequestBody NewName input, AuthUser user) {
		TeamThread renamed = new TeamThread(id, input.name());
		if (!this.threads.rename(user.id(), renamed)) {
			throw new NotFound("thread");
		}
		return renamed;
	}

	@RequirePermission("threads:delete")
	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable UUID id, AuthUser user) {
		this.threads.removeAll(user.id(), List.of(id));
	}

	@RequirePermission("threads:delete")
	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void deleteAll(@RequestParam @NotEmpty @Size(max = 100) List<@NotNull UUID> id, AuthUser user) {
		this.threads.removeAll(user.id(), id);
	}

	record NewThread(@Nullable UUID id, @Name String name) {
	}

	record NewName(@Name String name) {
	}

}
