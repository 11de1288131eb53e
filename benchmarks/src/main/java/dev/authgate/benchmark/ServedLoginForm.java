package dev.authgate.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;

import dev.authgate.benchmark.app.Credential;
import dev.authgate.benchmark.app.Login;
import dev.authgate.benchmark.app.LoginForm;

import org.springframework.context.ApplicationContext;

/**
 * Sends logins to a variant that is served on a loopback socket, and leaves no thread
 * behind in the server's process.
 */
record ServedLoginForm(URI uri) implements LoginForm {

	static ServedLoginForm of(ApplicationContext variant) {
		String port = variant.getEnvironment().getRequiredProperty("local.server.port");
		return new ServedLoginForm(URI.create("http://127.0.0.1:" + port + Login.PATH));
	}

	@Override
	public Credential send(Login login) throws IOException {
		HttpURLConnection connection = (HttpURLConnection) this.uri.toURL().openConnection();
		connection.setInstanceFollowRedirects(false);
		connection.setRequestProperty("Content-Type", Login.FORM_TYPE);
		connection.setRequestProperty("Connection", "close");
		connection.setDoOutput(true);
		try (OutputStream body = connection.getOutputStream()) {
			body.write(login.form());
		}
		String cookie = connection.getHeaderField("Set-Cookie");
		if (cookie == null) {
			throw new IOException("The login was answered with " + connection.getResponseCode() + " and no cookie");
		}
		return Credential.cookie(cookie.substring(0, cookie.indexOf(';')));
	}

}
