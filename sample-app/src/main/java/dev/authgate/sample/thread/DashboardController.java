package dev.authgate.sample.thread;

import java.util.List;
import java.util.UUID;

import dev.authgate.AuthUser;
import dev.authgate.Authenticated;
import dev.authgate.RequirePermission;
import dev.authgate.sample.api.Name;
import dev.authgate.sample.api.NotFound;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Shows people their threads, and those of the team, in a browser.
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
		boolean reader = user.permissions().grants("threads:read");
		model.addAttribute("threads", reader ? this.threads.newestShownTo(user.id()) : List.of());
		model.addAttribute("writer", user.permissions().grants("threads:write"));
		return "dashboard";
	}

	@RequirePermission("threads:write")
	@PostMapping("/dashboard/threads")
	String add(@Valid @ModelAttribute NewThread input, BindingResult problems, AuthUser user) {
		if (!problems.hasErrors()) {
			TeamThread thread = new TeamThread(UUID.randomUUID(), input.name());
			if (Boolean.TRUE.equals(input.shared())) {
				this.threads.addShared(user.id(), thread);
			}
			else {
				this.threads.add(user.id(), thread);
			}
		}
		return "redirect:/dashboard";
	}

	@RequirePermission("threads:read")
	@GetMapping("/threads/{id}/live")
	String live(@PathVariable UUID id, AuthUser user, Model model) {
		model.addAttribute("thread", this.threads.findShownTo(user.id(), id).orElseThrow(() -> new NotFound("thread")));
		return "live";
	}

	record NewThread(@Name String name, @Nullable Boolean shared) {
	}

}
