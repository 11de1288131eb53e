package dev.authgate.sample.thread;

import java.util.List;
import java.util.UUID;

import dev.authgate.AuthUser;
import dev.authgate.RequirePermission;
import dev.authgate.sample.agent.Agent;
import dev.authgate.sample.agent.Agents;
import dev.authgate.sample.api.NotFound;
import dev.authgate.sample.api.Text;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Lets the caller talk with an agent in a thread.
 */
@RestController
@RequestMapping("/api/threads/{id}")
class MessageController {

	private final Threads threads;

	private final Messages messages;

	private final Agents agents;

	private final Audience audience;

	MessageController(Threads threads, Messages messages, Agents agents, Audience audience) {
		this.threads = threads;
		this.messages = messages;
		this.agents = agents;
		this.audience = audience;
	}

	@RequirePermission("threads:read")
	@GetMapping("/messages")
	List<Message> list(@PathVariable UUID id, AuthUser user) {
		return this.messages.latest(ownThread(id, user).id());
	}

	@RequirePermission("threads:write")
	@PostMapping("/runs")
	List<Message> run(@PathVariable UUID id, @Valid @RequestBody NewRun input, AuthUser user) {
		TeamThread thread = ownThread(id, user);
		Agent agent = this.agents.find(input.agentId()).orElseThrow(() -> new NotFound("agent"));
		List<Message> said = List.of(Message.of(user, input.text()),
				new Message(agent.name(), agent.answer(input.text())));
		this.audience.tell(thread.id(), this.messages.addAll(thread.id(), said));
		return said;
	}

	private TeamThread ownThread(UUID id, AuthUser user) {
		return this.threads.find(user.id(), id).orElseThrow(() -> new NotFound("thread"));
	}

	record NewRun(@NotNull UUID agentId, @Text String text) {
	}

}
