package dev.authgate.docs.errors;

import dev.authgate.spring.web.refusal.ErrorBody;
import dev.authgate.spring.web.refusal.Refusal;

import org.springframework.stereotype.Component;

import jakarta.servlet.http.HttpServletRequest;

@Component
class CompanyErrors implements ErrorBody {

	@Override
	public String text(Refusal refusal, HttpServletRequest request) {
		return "{\"ok\":false,\"error\":\"" + refusal.code().code() + "\"}";
	}

}
