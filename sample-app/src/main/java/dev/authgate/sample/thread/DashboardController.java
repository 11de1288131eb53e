package dev.authgate.sample.thread;

import java.util.UUID;

import dev.authgate.AuthUser;
import dev.authgate.Authenticated;
import dev.authgate.RequirePermission;
import dev.authgate.sample.api.Name;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Shows people their threads in a browser.
 */
@Controller
@Authenticated(by = "session")
class DashboardController {

	private final Threads threads;

	DashboardController(Threads threads) {
		this.threads = threads;
	}

	@GetMapping("/dashboard")
	String dashboard(AuthUser user, Model model) {
		model.addAttribute("name", user.data().getOrDefault("username", user.id()));
		model.addAttribute("threads", this.threads.newest(user.id()));
		model.addAttribute("writer", user.permissions().grants("threads:write"));
		return "dashboard";
	}

	@RequirePermission("threads:write")
	@PostMapping("/dashboard/threads")
	String add(@Valid @ModelAttribute NewThread input, BindingResult problems, AuthUser user) {
		if (!problems.hasErrors()) {
			this.threads.add(user.id(), new TeamThread(UUID.randomUUID(), input.name()));
		}
		return "redirect:/dashboard";
	}

	record NewThread(@Name String name) {
	}

}
