package dev.authgate.spring.endpoint;

import dev.authgate.secret.Secret;
import dev.authgate.spring.request.JsonInput;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What a client sends to log in.
 *
 * @param username the name as it was typed
 * @param password the password as it was typed
 */
record LoginForm(String username, Secret password) {

	static LoginForm read(HttpServletRequest request) {
		JsonInput input = JsonInput.read(request);
		return new LoginForm(input.text("username"), input.secret("password"));
	}

}
