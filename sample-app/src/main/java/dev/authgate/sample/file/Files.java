package dev.authgate.sample.file;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The files in the database, each seen by its owner only.
 */
@Component
final class Files {

	private final JdbcClient jdbc;

	Files(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(String owner, FileInfo file, String content) {
		this.jdbc.sql("insert into files (id, owner, name, content) values (?, ?, ?, ?)")
			.params(file.id(), owner, file.name(), content)
			.update();
	}

	Optional<FileInfo> find(String owner, UUID id) {
		return this.jdbc.sql("select id, name, length(content) as length from files where owner = ? and id = ?")
			.params(owner, id)
			.query(FileInfo.class)
			.optional();
	}

	Optional<String> content(String owner, UUID id) {
		return this.jdbc.sql("select content from files where owner = ? and id = ?")
			.params(owner, id)
			.query(String.class)
			.optional();
	}

	boolean remove(String owner, UUID id) {
		return this.jdbc.sql("delete from files where owner = ? and id = ?").params(owner, id).update() > 0;
	}

}
