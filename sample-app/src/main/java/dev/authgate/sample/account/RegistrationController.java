package dev.authgate.sample.account;

import java.util.Map;

import dev.authgate.PublicAccess;
import dev.authgate.account.AccountResult;
import dev.authgate.account.AccountResult.Refused;
import dev.authgate.account.change.RegistrationForm;
import dev.authgate.secret.Secret;
import dev.authgate.spring.endpoint.account.AccountRequests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Lets people make accounts for themselves.
 */
@Controller
@PublicAccess
class RegistrationController {

	private final AccountRequests accounts;

	RegistrationController(AccountRequests accounts) {
		this.accounts = accounts;
	}

	@GetMapping("/register")
	String form() {
		return "register";
	}

	@PostMapping("/register")
	String register(@RequestParam String username, @RequestParam String password, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		RegistrationForm form = new RegistrationForm(username, null, Secret.of(password), Map.of());
		AccountResult result = this.accounts.register(form, null, request);
		if (result instanceof Refused refused) {
			response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
			model.addAttribute("problem", ProblemTexts.of(refused));
			model.addAttribute("username", username);
			return "register";
		}
		return "redirect:/login";
	}

}
