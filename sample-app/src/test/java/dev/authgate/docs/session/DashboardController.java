package dev.authgate.docs.session;

import dev.authgate.AuthUser;

import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

@RestController
class DashboardController {

	@GetMapping(path = "/dashboard", produces = MediaType.TEXT_HTML_VALUE)
	String dashboard(AuthUser user, @RequestAttribute("_csrf") CsrfToken token) {
		return """
				<h1>Welcome, %s!</h1>
				<form method="post" action="/logout">
				<input type="hidden" name="_csrf" value="%s">
				<button>Log out</button>
				</form>
				""".formatted(HtmlUtils.htmlEscape(user.id()), token.getToken());
	}

}
