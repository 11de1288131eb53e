package dev.authgate.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.authgate.benchmark.app.Credential;
import dev.authgate.benchmark.app.Credentials;
import dev.authgate.benchmark.app.Login;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ApplicationContextFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.context.servlet.AnnotationConfigServletWebApplicationContext;
import org.springframework.boot.web.servlet.AbstractFilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletContextInitializerBeans;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletConfig;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.servlet.DispatcherServlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpSession;

/**
 * Takes mock requests through all servlet filters of a variant and its dispatcher
 * servlet, in the order of a real server and without one.
 */
final class InProcessServer implements AutoCloseable {

	private final ServletContext servletContext = new MockServletContext();

	private final Map<String, HttpSession> sessions = new ConcurrentHashMap<>();

	private final ConfigurableApplicationContext context;

	private final FilterChain chain;

	InProcessServer(Variant variant) throws ServletException {
		SpringApplication application = variant.application();
		application.setApplicationContextFactory(ApplicationContextFactory.of(this::newContext));
		this.context = application.run();
		this.chain = chainOf(filters(), dispatcher());
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	@Nullable Credentials credentials() throws ServletException, IOException {
		return Callers.of(this.context, this::logIn);
	}

	MockHttpServletResponse get(String path, @Nullable Credential credential) throws ServletException, IOException {
		MockHttpServletRequest request = new MockHttpServletRequest(this.servletContext, "GET", path);
		request.setServletPath(path);
		if (credential != null) {
			request.addHeader(credential.header(), credential.value());
			resume(this.sessions.get(credential.value()), request);
		}
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.chain.doFilter(request, response);
		return response;
	}

	@Override
	public void close() {
		this.context.close();
	}

	private Credential logIn(Login login) throws ServletException, IOException {
		MockHttpServletRequest request = new MockHttpServletRequest(this.servletContext, "POST", Login.PATH);
		request.setServletPath(Login.PATH);
		request.setContentType(Login.FORM_TYPE);
		request.setContent(login.form());
		request.addParameters(login.fields());
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.chain.doFilter(request, response);
		HttpSession session = request.getSession(false);
		if (session == null) {
			throw new IOException("The login was answered with " + response.getStatus() + " and no session");
		}
		Credential cookie = Credential.cookie("session=" + session.getId());
		this.sessions.put(cookie.value(), session);
		return cookie;
	}

	// What a server does with the cookie, which no mock reads.
	private static void resume(@Nullable HttpSession session, MockHttpServletRequest request) {
		if (session != null) {
			request.setRequestedSessionId(session.getId());
			request.setSession(session);
		}
	}

	private ConfigurableApplicationContext newContext() {
		var newContext = new AnnotationConfigServletWebApplicationContext();
		newContext.setServletContext(this.servletContext);
		return newContext;
	}

	private List<Filter> filters() {
		List<Filter> filters = new ArrayList<>();
		for (ServletContextInitializer initializer : new ServletContextInitializerBeans(this.context)) {
			if (initializer instanceof AbstractFilterRegistrationBean<?> registration && registration.isEnabled()) {
				filters.add(registration.getFilter());
			}
		}
		return filters;
	}

	private Servlet dispatcher() throws ServletException {
		DispatcherServlet dispatcher = this.context.getBean(DispatcherServlet.class);
		dispatcher.init(new MockServletConfig(this.servletContext));
		return dispatcher;
	}

	private static FilterChain chainOf(List<Filter> filters, Servlet servlet) {
		FilterChain chain = servlet::service;
		Collections.reverse(filters);
		for (Filter filter : filters) {
			FilterChain next = chain;
			chain = (request, response) -> filter.doFilter(request, response, next);
		}
		return chain;
	}

}
