package dev.authgate.spring.test;

import java.util.function.Consumer;

import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * A credential that a request really carries, so that it is judged as a client's would
 * be, from the header to the permission.
 * <p>
 * With MockMvc it is a request post-processor; for a real port {@link #in} gives its
 * headers. Immutable and safe for use by several threads.
 */
public sealed interface Credential extends RequestPostProcessor permits ApiKeyCredential, TokenCredential {

	/**
	 * Gives the headers of this credential, for clients of a real port:
	 * {@code client.get().uri("/api/threads").headers(jwt("alice").in(context))}.
	 * @param context the application under test
	 * @return adds the headers to those of a request
	 * @throws IllegalArgumentException if the application does not know a permission
	 * @throws IllegalStateException if the application issues no such credential
	 */
	Consumer<HttpHeaders> in(ApplicationContext context);

	/**
	 * Adds the headers to a request of MockMvc.
	 * @param request the request
	 * @return the same request
	 * @throws IllegalStateException if MockMvc does not know the application, or that
	 * issues no such credential
	 */
	@Override
	default MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
		HttpHeaders headers = new HttpHeaders();
		in(TestedApplication.contextOf(request)).accept(headers);
		headers.forEach((name, values) -> values.forEach((value) -> request.addHeader(name, value)));
		return request;
	}

}
