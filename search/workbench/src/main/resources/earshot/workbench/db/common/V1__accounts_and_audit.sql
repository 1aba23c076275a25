-- Portable between H2 and PostgreSQL. Tables marked "history" take new rows only: see V2.
create table account (
  account_id bigint generated always as identity primary key,
  name varchar(100) not null unique,
  created_at timestamp with time zone not null
);

-- history: the newest row of an account counts
create table account_state (
  state_id bigint generated always as identity primary key,
  account_id bigint not null references account (account_id),
  role varchar(20) not null,
  agent_id varchar(200),
  enabled boolean not null,
  changed_by varchar(100) not null,
  changed_at timestamp with time zone not null
);
create index account_state_account on account_state (account_id, state_id);

-- history: the teams of a supervisor belong to a state
create table account_team (
  state_id bigint not null references account_state (state_id),
  team varchar(200) not null,
  primary key (state_id, team)
);

-- Old password hashes are of no use to anybody and are not kept.
create table credential (
  account_id bigint primary key references account (account_id),
  password_hash varchar(300) not null,
  changed_at timestamp with time zone not null
);

create table web_session (
  session_hash varchar(64) primary key,
  account_id bigint not null references account (account_id),
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null
);
create index web_session_account on web_session (account_id);

create table sign_in_failure (
  subject varchar(100) primary key,
  failures integer not null,
  last_at timestamp with time zone not null,
  paused_until timestamp with time zone not null
);

-- history: who opened, listened to or exported what
create table audit (
  audit_id bigint generated always as identity primary key,
  account_id bigint references account (account_id),
  action varchar(40) not null,
  call_id varchar(1000),
  detail varchar(1000),
  happened_at timestamp with time zone not null
);
create index audit_call on audit (call_id);
create index audit_account on audit (account_id);
