CREATE TABLE IF NOT EXISTS authgate_account (
	id VARCHAR(255) NOT NULL PRIMARY KEY,
	username VARCHAR(255) NOT NULL,
	username_key VARCHAR(255) NOT NULL,
	email VARCHAR(255),
	email_key VARCHAR(255),
	password VARCHAR(1024) NOT NULL,
	data LONGTEXT NOT NULL,
	permissions LONGTEXT NOT NULL,
	roles LONGTEXT NOT NULL,
	enabled BOOLEAN NOT NULL,
	verified BOOLEAN NOT NULL,
	password_version BIGINT NOT NULL,
	revision BIGINT NOT NULL,
	CONSTRAINT authgate_account_username UNIQUE (username_key),
	CONSTRAINT authgate_account_email UNIQUE (email_key)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS authgate_one_time_token (
	purpose VARCHAR(32) NOT NULL,
	user_id VARCHAR(255) NOT NULL,
	digest VARCHAR(71) NOT NULL,
	binding VARCHAR(255) NOT NULL,
	expires_at BIGINT NOT NULL,
	PRIMARY KEY (purpose, user_id),
	CONSTRAINT authgate_one_time_token_digest UNIQUE (digest)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX IF NOT EXISTS authgate_one_time_token_expiry ON authgate_one_time_token (expires_at);

CREATE TABLE IF NOT EXISTS authgate_throttle (
	id VARCHAR(255) NOT NULL PRIMARY KEY,
	state VARBINARY(1024) NOT NULL,
	expires_at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE INDEX IF NOT EXISTS authgate_throttle_expires_at ON authgate_throttle (expires_at);

CREATE TABLE IF NOT EXISTS authgate_audit_event (
	id VARCHAR(36) NOT NULL PRIMARY KEY,
	happened_at BIGINT NOT NULL,
	principal VARCHAR(1024) NOT NULL,
	type VARCHAR(255) NOT NULL,
	data LONGTEXT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE INDEX IF NOT EXISTS authgate_audit_event_happened_at ON authgate_audit_event (happened_at);
