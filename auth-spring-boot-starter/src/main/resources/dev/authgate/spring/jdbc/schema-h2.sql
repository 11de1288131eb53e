CREATE TABLE IF NOT EXISTS authgate_account (
	id VARCHAR(255) NOT NULL PRIMARY KEY,
	username VARCHAR(255) NOT NULL,
	username_key VARCHAR(255) NOT NULL,
	email VARCHAR(255),
	email_key VARCHAR(255),
	password VARCHAR(1024) NOT NULL,
	data CLOB NOT NULL,
	permissions CLOB NOT NULL,
	roles CLOB NOT NULL,
	enabled BOOLEAN NOT NULL,
	verified BOOLEAN NOT NULL,
	password_version BIGINT NOT NULL,
	revision BIGINT NOT NULL,
	CONSTRAINT authgate_account_username UNIQUE (username_key),
	CONSTRAINT authgate_account_email UNIQUE (email_key)
);

CREATE TABLE IF NOT EXISTS authgate_one_time_token (
	purpose VARCHAR(32) NOT NULL,
	user_id VARCHAR(255) NOT NULL,
	digest VARCHAR(71) NOT NULL,
	binding VARCHAR(255) NOT NULL,
	expires_at BIGINT NOT NULL,
	PRIMARY KEY (purpose, user_id),
	CONSTRAINT authgate_one_time_token_digest UNIQUE (digest)
);
CREATE INDEX IF NOT EXISTS authgate_one_time_token_expiry ON authgate_one_time_token (expires_at);

CREATE TABLE IF NOT EXISTS authgate_session (
	id VARCHAR(64) NOT NULL PRIMARY KEY,
	user_id VARCHAR(255) NOT NULL,
	kind VARCHAR(16) NOT NULL,
	address VARCHAR(200) NOT NULL,
	agent VARCHAR(200) NOT NULL,
	created_at BIGINT NOT NULL,
	last_used_at BIGINT NOT NULL,
	idle_timeout BIGINT NOT NULL,
	expires_at BIGINT NOT NULL,
	ends_at BIGINT NOT NULL,
	epoch BIGINT NOT NULL,
	scope CLOB,
	refresh_family VARCHAR(71),
	refresh_current VARCHAR(71),
	refresh_previous VARCHAR(71),
	refresh_rotated_at BIGINT,
	revision BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS authgate_session_user ON authgate_session (user_id);
CREATE INDEX IF NOT EXISTS authgate_session_end ON authgate_session (ends_at);

CREATE TABLE IF NOT EXISTS authgate_revocation (
	kind VARCHAR(16) NOT NULL,
	id VARCHAR(200) NOT NULL,
	epoch BIGINT NOT NULL,
	until_at BIGINT NOT NULL,
	change_number BIGINT NOT NULL,
	PRIMARY KEY (kind, id)
);
CREATE INDEX IF NOT EXISTS authgate_revocation_change ON authgate_revocation (change_number);
CREATE INDEX IF NOT EXISTS authgate_revocation_end ON authgate_revocation (until_at);

CREATE TABLE IF NOT EXISTS authgate_revocation_number (
	id INTEGER NOT NULL PRIMARY KEY,
	last_number BIGINT NOT NULL
);

CREATE TABLE IF NOT EXISTS authgate_throttle (
	id VARCHAR(255) NOT NULL PRIMARY KEY,
	state VARBINARY(1024) NOT NULL,
	expires_at BIGINT NOT NULL
);

CREATE INDEX IF NOT EXISTS authgate_throttle_expires_at ON authgate_throttle (expires_at);

CREATE TABLE IF NOT EXISTS authgate_audit_event (
	id VARCHAR(36) NOT NULL PRIMARY KEY,
	happened_at BIGINT NOT NULL,
	principal VARCHAR(1024) NOT NULL,
	type VARCHAR(255) NOT NULL,
	data CLOB NOT NULL
);

CREATE INDEX IF NOT EXISTS authgate_audit_event_happened_at ON authgate_audit_event (happened_at);

CREATE TABLE IF NOT EXISTS authgate_ticket (
	digest VARCHAR(71) NOT NULL PRIMARY KEY,
	path VARCHAR(255) NOT NULL,
	holder CLOB NOT NULL,
	epoch BIGINT NOT NULL,
	expires_at BIGINT NOT NULL
);

CREATE INDEX IF NOT EXISTS authgate_ticket_expires_at ON authgate_ticket (expires_at);
