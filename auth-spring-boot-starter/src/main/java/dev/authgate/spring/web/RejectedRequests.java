package dev.authgate.spring.web;

import java.io.IOException;

import dev.authgate.spring.web.edge.SecurityHeaders;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.RefusalWriter;
import dev.authgate.spring.web.refusal.Refusal;

import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Answers requests that Spring Security's firewall rejects, such as those whose path
 * hides another, with 400.
 * <p>
 * Safe for use by several threads.
 */
public final class RejectedRequests implements RequestRejectedHandler {

	private final RefusalWriter refusals;

	private final SecurityHeaders headers;

	/**
	 * Makes a handler.
	 * @param refusals writes the answer
	 * @param headers the security headers
	 */
	public RejectedRequests(RefusalWriter refusals, SecurityHeaders headers) {
		this.refusals = refusals;
		this.headers = headers;
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException exception)
			throws IOException {
		if (!response.isCommitted()) {
			this.headers.write(request.isSecure(), response);
			this.refusals.write(Refusal.of(ErrorCode.BAD_REQUEST), request, response);
		}
	}

}
