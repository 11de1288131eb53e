package dev.authgate.sample.account;

import dev.authgate.Authenticated;
import dev.authgate.Caller;
import dev.authgate.TokenAction;
import dev.authgate.account.AccountResult;
import dev.authgate.account.AccountResult.Refused;
import dev.authgate.account.Actor;
import dev.authgate.sample.api.NotFound;
import dev.authgate.secret.Secret;
import dev.authgate.session.Session;
import dev.authgate.session.Sessions;
import dev.authgate.spring.endpoint.account.AccountRequests;
import dev.authgate.spring.endpoint.account.AccountRequests.PasswordPair;
import dev.authgate.spring.revocation.LogoutEverywhere;
import dev.authgate.spring.web.origin.Proxies;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Shows people where they are logged in, ends what they do not know, and changes their
 * passwords.
 */
@Controller
@Authenticated(by = "session")
class AccountController {

	private final Sessions sessions;

	private final LogoutEverywhere everywhere;

	private final AccountRequests accounts;

	private final Proxies proxies;

	AccountController(Sessions sessions, LogoutEverywhere everywhere, AccountRequests accounts, Proxies proxies) {
		this.sessions = sessions;
		this.everywhere = everywhere;
		this.accounts = accounts;
		this.proxies = proxies;
	}

	@GetMapping("/account")
	String account(Caller caller, Model model) {
		model.addAttribute("sessions", this.sessions.of(caller.user().id()));
		model.addAttribute("current", caller.sessionId());
		return "account";
	}

	@PostMapping("/account/sessions/{id}/end")
	String end(@PathVariable String id, Caller caller, HttpServletRequest request) {
		Session session = this.sessions.find(id);
		if (session == null || !session.userId().equals(caller.user().id())) {
			throw new NotFound("session");
		}
		this.sessions.end(session, TokenAction.REVOKED, this.proxies.clientAddress(request));
		return "redirect:/account";
	}

	@PostMapping("/account/sessions/end")
	String endAll(Caller caller, HttpServletRequest request) {
		String userId = caller.user().id();
		this.everywhere.logOut(userId, new Actor(userId, this.proxies.clientAddress(request)));
		return "redirect:/login";
	}

	@PostMapping("/account/password")
	String changePassword(@RequestParam String current, @RequestParam String next, Caller caller,
			HttpServletRequest request, RedirectAttributes messages) {
		PasswordPair passwords = new PasswordPair(Secret.of(current), Secret.of(next));
		AccountResult result = this.accounts.changePassword(caller, passwords, request);
		if (result instanceof Refused refused) {
			messages.addFlashAttribute("problem", ProblemTexts.of(refused));
		}
		else {
			messages.addFlashAttribute("done", "The password is changed, and all other logins have ended.");
		}
		return "redirect:/account";
	}

}
