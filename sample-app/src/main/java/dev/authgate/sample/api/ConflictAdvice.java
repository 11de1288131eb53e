package dev.authgate.sample.api;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers 409 where the database refuses what a request asks for.
 */
@RestControllerAdvice
class ConflictAdvice {

	@ExceptionHandler
	ProblemDetail idIsTaken(DuplicateKeyException ex) {
		return conflict("The id is taken.");
	}

	@ExceptionHandler
	ProblemDetail referenceIsGone(DataIntegrityViolationException ex) {
		return conflict("What the request refers to was deleted meanwhile.");
	}

	private static ProblemDetail conflict(String detail) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, detail);
	}

}
