package dev.authgate.spring.test.slice;

import dev.authgate.RequirePermission;

import org.springframework.stereotype.Service;

@Service
class Archive {

	@RequirePermission("threads:read")
	String first() {
		return "the first note";
	}

}
