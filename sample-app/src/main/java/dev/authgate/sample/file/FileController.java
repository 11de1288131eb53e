package dev.authgate.sample.file;

import java.util.UUID;

import dev.authgate.AuthUser;
import dev.authgate.RequirePermission;
import dev.authgate.sample.api.Name;
import dev.authgate.sample.api.NotFound;
import dev.authgate.sample.api.Text;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import jakarta.validation.Valid;

/**
 * Stores, shows and removes the caller's files.
 */
@RestController
@RequestMapping("/api/files")
class FileController {

	private final Files files;

	FileController(Files files) {
		this.files = files;
	}

	@RequirePermission("files:write")
	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	FileInfo create(@Valid @RequestBody NewFile input, AuthUser user) {
		UUID id = (input.id() != null) ? input.id() : UUID.randomUUID();
		FileInfo file = new FileInfo(id, input.name(), input.content().length());
		this.files.add(user.id(), file, input.content());
		return file;
	}

	@RequirePermission("files:read")
	@GetMapping("/{id}")
	FileInfo show(@PathVariable UUID id, AuthUser user) {
		return this.files.find(user.id(), id).orElseThrow(() -> new NotFound("file"));
	}

	@RequirePermission("files:read")
	@GetMapping(path = "/{id}/content", produces = "text/plain;charset=UTF-8")
	String content(@PathVariable UUID id, AuthUser user) {
		return this.files.content(user.id(), id).orElseThrow(() -> new NotFound("file"));
	}

	@RequirePermission("files:delete")
	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable UUID id, AuthUser user) {
		if (!this.files.remove(user.id(), id)) {
			throw new NotFound("file");
		}
	}

	record NewFile(@Nullable UUID id, @Name String name, @Text String content) {
	}

}
