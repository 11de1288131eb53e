create table if not exists members (
	username varchar primary key,
	name varchar not null
);

create table if not exists agents (
	id uuid primary key,
	seq bigint generated always as identity,
	name varchar not null,
	skill varchar not null
);

create table if not exists files (
	id uuid primary key,
	owner varchar not null,
	name varchar not null,
	content varchar not null
);

create table if not exists threads (
	id uuid primary key,
	seq bigint generated always as identity,
	owner varchar not null,
	name varchar not null,
	shared boolean default false not null
);

create index if not exists threads_of_owner on threads (owner, seq);

create table if not exists messages (
	seq bigint generated always as identity primary key,
	thread_id uuid not null references threads on delete cascade,
	author varchar not null,
	text varchar not null
);

create index if not exists messages_of_thread on messages (thread_id, seq);
