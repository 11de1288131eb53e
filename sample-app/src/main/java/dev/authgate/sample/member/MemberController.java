package dev.authgate.sample.member;

import java.util.List;

import dev.authgate.RequireRole;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows the people of the team to administrators.
 */
@RestController
class MemberController {

	private final JdbcClient jdbc;

	MemberController(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@RequireRole("admin")
	@GetMapping("/admin/users")
	List<Member> list() {
		return this.jdbc.sql("select username, name from members order by username").query(Member.class).list();
	}

}
