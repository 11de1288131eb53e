package dev.authgate.spring.websocket.endpoint;

import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.RequirePermission;
import dev.authgate.contract.TestClock;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.socket.server.standard.ServerEndpointExporter;
import org.springframework.web.socket.server.standard.ServerEndpointRegistration;

/**
 * An application with endpoints that tell who is behind their sessions.
 */
@Configuration(proxyBeanMethods = false)
class Hall {

	static final AtomicReference<Shelf> SHELF = new AtomicReference<>();

	@Bean
	static ServerEndpointExporter exporter() {
		ServerEndpointExporter exporter = new ServerEndpointExporter();
		exporter.setAnnotatedEndpointClasses(RoomEndpoint.class, PlainEndpoint.class, OpenEndpoint.class,
				MaybeEndpoint.class, MadeEndpoint.class, ShelfEndpoint.class);
		return exporter;
	}

	@Bean
	ServerEndpointRegistration unannotated() {
		return new ServerEndpointRegistration("/unannotated", new UnannotatedEndpoint());
	}

	@Bean
	TestClock clock() {
		return new TestClock();
	}

	@Bean
	Shelf shelf() {
		return new Shelf();
	}

	@Bean
	SmartInitializingSingleton shown(Shelf shelf) {
		return () -> SHELF.set(shelf);
	}

	static class Shelf {

		@RequirePermission("threads:write")
		String put() {
			return "put";
		}

	}

	@RestController
	static class Page {

		@GetMapping("/page")
		String page() {
			return "page";
		}

	}

}
