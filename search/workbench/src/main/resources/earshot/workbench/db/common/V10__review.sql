-- Portable between H2 and PostgreSQL. All of these are history: rows are added, never changed. See V11.

-- What a person said about one answer. The newest row of a question holds; without to_answer it takes back.
create table decision (
  decision_id bigint generated always as identity primary key,
  call_id varchar(1000) not null,
  form varchar(200) not null,
  question varchar(200) not null,
  from_answer varchar(20) not null,
  to_answer varchar(20),
  machine_answer varchar(20) not null,
  remark varchar(4000) not null,
  rules_hash varchar(200) not null,
  form_version integer not null,
  account_id bigint not null references account (account_id),
  decided_at timestamp with time zone not null
);
create index decision_call on decision (call_id, decision_id);

create table review_comment (
  comment_id bigint generated always as identity primary key,
  call_id varchar(1000) not null,
  start_seconds double precision not null,
  end_seconds double precision not null,
  remark varchar(4000) not null,
  account_id bigint not null references account (account_id),
  made_at timestamp with time zone not null
);
create index review_comment_call on review_comment (call_id, comment_id);

create table review_sample (
  sample_id bigint generated always as identity primary key,
  seed bigint not null,
  quota integer not null,
  filter varchar(2000) not null,
  candidates integer not null,
  account_id bigint not null references account (account_id),
  drawn_at timestamp with time zone not null
);

create table review_sample_call (
  sample_id bigint not null references review_sample (sample_id),
  place integer not null,
  call_id varchar(1000) not null,
  agent varchar(400) not null,
  primary key (sample_id, place)
);

create table review_finished (
  finished_id bigint generated always as identity primary key,
  call_id varchar(1000) not null,
  sample_id bigint references review_sample (sample_id),
  account_id bigint not null references account (account_id),
  finished_at timestamp with time zone not null
);
create index review_finished_call on review_finished (call_id, finished_id);

-- What is to be changed in a record; done when record_change_done says so.
create table record_change (
  change_id bigint generated always as identity primary key,
  call_id varchar(1000) not null,
  kind varchar(20) not null,
  channel integer,
  start_seconds double precision not null,
  end_seconds double precision not null,
  remark varchar(4000) not null,
  account_id bigint not null references account (account_id),
  asked_at timestamp with time zone not null
);
create index record_change_call on record_change (call_id, change_id);

create table record_change_done (
  change_id bigint primary key references record_change (change_id),
  outcome varchar(200) not null,
  done_at timestamp with time zone not null
);

create table dispute (
  dispute_id bigint generated always as identity primary key,
  call_id varchar(1000) not null,
  form varchar(200) not null,
  question varchar(200) not null,
  contested varchar(20) not null,
  reason varchar(4000) not null,
  account_id bigint not null references account (account_id),
  opened_at timestamp with time zone not null,
  due_at timestamp with time zone not null
);
create index dispute_call on dispute (call_id, dispute_id);

create table dispute_decision (
  dispute_id bigint primary key references dispute (dispute_id),
  overturned boolean not null,
  answer varchar(20),
  reason varchar(4000) not null,
  account_id bigint not null references account (account_id),
  decided_at timestamp with time zone not null
);
