-- Portable between H2 and PostgreSQL.
-- A password that somebody else chose signs in to choose another.
alter table credential add column temporary boolean default false not null;

-- People see their own sessions and end them, by a name that is of no use to sign in with. It is made from the
-- secret, so that sessions of before have none: they end.
delete from web_session;
alter table web_session add column session_name varchar(64) not null;
alter table web_session add column device varchar(100) not null;
alter table web_session add column by_password boolean not null;
