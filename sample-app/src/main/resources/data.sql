insert into members (username, name) values ('alice', 'Alice Adams'), ('bob', 'Bob Brown');

insert into agents (id, name, skill) values ('00000000-0000-4000-8000-000000000001', 'Megaphone', 'SHOUT');
