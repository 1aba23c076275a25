-- Portable between H2 and PostgreSQL. All but known_call are history: see V21.
create table saved_search (
  search_id bigint generated always as identity primary key,
  account_id bigint not null references account (account_id),
  made_at timestamp with time zone not null
);
create index saved_search_account on saved_search (account_id);

-- the newest row of a search counts; removed ones stay
create table saved_search_state (
  state_id bigint generated always as identity primary key,
  search_id bigint not null references saved_search (search_id),
  title varchar(200) not null,
  query varchar(4000) not null,
  sorting varchar(200) not null,
  alerting boolean not null,
  removed boolean not null,
  changed_at timestamp with time zone not null
);
create index saved_search_state_search on saved_search_state (search_id, state_id);

-- Calls that were looked at for alerts already: a call is new once. No decision, so no history.
create table known_call (
  call_id varchar(1000) primary key
);

create table call_alert (
  alert_id bigint generated always as identity primary key,
  search_id bigint not null references saved_search (search_id),
  call_id varchar(1000) not null,
  at_seconds double precision not null,
  raised_at timestamp with time zone not null,
  unique (search_id, call_id)
);

create table call_alert_read (
  alert_id bigint primary key references call_alert (alert_id),
  read_at timestamp with time zone not null
);
