insert into members (username, name)
	select 'alice', 'Alice Adams' where not exists (select 1 from members where username = 'alice');
insert into members (username, name)
	select 'bob', 'Bob Brown' where not exists (select 1 from members where username = 'bob');

insert into agents (id, name, skill)
	select '00000000-0000-4000-8000-000000000001', 'Megaphone', 'SHOUT'
	where not exists (select 1 from agents where id = '00000000-0000-4000-8000-000000000001');

insert into threads (id, owner, name, shared)
	select '00000000-0000-4000-8000-000000000002', 'alice', 'Team', true
	where not exists (select 1 from threads where id = '00000000-0000-4000-8000-000000000002');
