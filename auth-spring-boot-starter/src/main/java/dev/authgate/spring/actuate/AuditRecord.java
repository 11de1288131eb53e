package dev.authgate.spring.actuate;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.authgate.AuthEvent;
import dev.authgate.AuthEvent.AccessRefused;
import dev.authgate.AuthEvent.AccountChanged;
import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.AuthEvent.IssuerUnavailable;
import dev.authgate.AuthEvent.PermissionsDropped;
import dev.authgate.AuthEvent.TokenChanged;
import dev.authgate.Caller;
import dev.authgate.Printable;
import dev.authgate.RejectionReason;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.audit.AuditEvent;

/**
 * An audit event under construction.
 */
final class AuditRecord {

	private static final String NOBODY = "unknown";

	private final Map<String, @Nullable Object> data = new LinkedHashMap<>();

	private final String principal;

	private final String type;

	private AuditRecord(@Nullable String principal, String type) {
		this.principal = (principal != null) ? Printable.line(principal) : NOBODY;
		this.type = type;
	}

	static AuditRecord of(AuthEvent event) {
		if (event instanceof CredentialRejected rejected) {
			return of(rejected);
		}
		if (event instanceof AccessRefused refused) {
			return new AuditRecord(refused.userId(), AuditType.ACCESS_REFUSED).with("code", refused.code())
				.with("method", refused.method())
				.with("path", refused.path())
				.with("address", refused.remoteAddress());
		}
		if (event instanceof PermissionsDropped dropped) {
			return new AuditRecord(dropped.userId(), AuditType.PERMISSIONS_DROPPED)
				.with("authenticator", dropped.authenticator())
				.with("permissions", String.join(" ", dropped.permissions()));
		}
		if (event instanceof AccountChanged changed) {
			return new AuditRecord(changed.userId(), AuditType.of(changed.action())).with("actor", changed.actorId())
				.with("address", changed.remoteAddress());
		}
		if (event instanceof TokenChanged changed) {
			return new AuditRecord(changed.userId(), AuditType.of(changed.action())).with("id", changed.id())
				.with("address", changed.remoteAddress());
		}
		IssuerUnavailable failed = (IssuerUnavailable) event;
		return new AuditRecord(failed.issuer(), AuditType.ISSUER_UNAVAILABLE).with("problem", failed.problem());
	}

	static AuditRecord of(Caller caller) {
		return new AuditRecord(caller.user().id(), AuditType.AUTHENTICATED)
			.with("authenticator", caller.authenticator())
			.with("credential", caller.credentialId());
	}

	AuditRecord with(String key, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			this.data.put(key, Printable.line(value));
		}
		return this;
	}

	AuditEvent at(Clock clock) {
		return new AuditEvent(clock.instant(), this.principal, this.type, this.data);
	}

	private static AuditRecord of(CredentialRejected rejected) {
		boolean throttled = rejected.reason() == RejectionReason.THROTTLED;
		return new AuditRecord(rejected.claimed(), throttled ? AuditType.THROTTLED : AuditType.CREDENTIAL_REJECTED)
			.with("authenticator", rejected.authenticator())
			.with("reason", rejected.reason().name())
			.with("method", rejected.method())
			.with("path", rejected.path())
			.with("address", rejected.remoteAddress());
	}

}
