package dev.authgate.sample.agent;

import java.util.List;
import java.util.UUID;

import dev.authgate.RequirePermission;
import dev.authgate.sample.api.Name;
import dev.authgate.sample.api.NotFound;
import dev.authgate.sample.api.Text;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Lists, makes, asks and removes agents.
 */
@RestController
@RequestMapping("/api/agents")
class AgentController {

	private final Agents agents;

	AgentController(Agents agents) {
		this.agents = agents;
	}

	@RequirePermission("agents:read")
	@GetMapping
	List<Agent> list() {
		return this.agents.newest();
	}

	@RequirePermission("agents:write")
	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Agent create(@Valid @RequestBody NewAgent input) {
		UUID id = (input.id() != null) ? input.id() : UUID.randomUUID();
		Agent agent = new Agent(id, input.name(), input.skill());
		this.agents.add(agent);
		return agent;
	}

	@RequirePermission("agents:read")
	@PostMapping("/{id}/run")
	Answer run(@PathVariable UUID id, @Valid @RequestBody Question question) {
		Agent agent = this.agents.find(id).orElseThrow(() -> new NotFound("agent"));
		return new Answer(agent.answer(question.text()));
	}

	@RequirePermission("agents:delete")
	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable UUID id) {
		if (!this.agents.remove(id)) {
			throw new NotFound("agent");
		}
	}

	record NewAgent(@Nullable UUID id, @Name String name, @NotNull Skill skill) {
	}

	record Question(@Text String text) {
	}

	record Answer(String text) {
	}

}
