package dev.authgate.spring.test;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.authgate.spring.web.caller.CallerAuthentication;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.json.JsonParseException;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithSecurityContextFactory;

/**
 * Makes the security context that {@link WithUser} describes.
 */
final class WithUserContextFactory implements WithSecurityContextFactory<WithUser> {

	private final TestedApplication application;

	WithUserContextFactory() {
		this.application = TestedApplication.NONE;
	}

	@Autowired
	WithUserContextFactory(ApplicationContext context) {
		this.application = TestedApplication.of(context);
	}

	@Override
	public SecurityContext createSecurityContext(WithUser annotation) {
		TestUser user = TestUser.of(annotation.id(), "@WithUser")
			.withPermissions(annotation.permissions())
			.withRoles(annotation.roles())
			.withData(Data.parse(annotation.data()))
			.by(annotation.authenticator())
			.from(annotation.app());
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(new CallerAuthentication(this.application.caller(user)));
		return context;
	}

	/**
	 * A user's data as an annotation can write it.
	 */
	private static final class Data {

		private Data() {
		}

		static Map<String, Object> parse(String[] entries) {
			Map<String, Object> data = new LinkedHashMap<>();
			for (String entry : entries) {
				entriesOf(entry).forEach((name, value) -> {
					if (data.containsKey(name)) {
						throw new IllegalArgumentException("@WithUser: the data has '" + name + "' twice.");
					}
					data.put(name, value);
				});
			}
			return data;
		}

		private static Map<String, Object> entriesOf(String entry) {
			if (entry.stripLeading().startsWith("{")) {
				return json(entry);
			}
			int equals = entry.indexOf('=');
			if (equals < 1) {
				throw new IllegalArgumentException(
						"@WithUser: the data '" + entry + "' is neither name=value nor a JSON object.");
			}
			return Map.of(entry.substring(0, equals).strip(), entry.substring(equals + 1).strip());
		}

		private static Map<String, Object> json(String text) {
			try {
				return JsonParserFactory.getJsonParser().parseMap(text);
			}
			catch (JsonParseException ex) {
				throw new IllegalArgumentException("@WithUser: the data '" + text + "' is not a JSON object.", ex);
			}
		}

	}

}
