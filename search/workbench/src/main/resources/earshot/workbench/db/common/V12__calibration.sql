-- Portable between H2 and PostgreSQL. All of these are history: see V13.
create table calibration (
  calibration_id bigint generated always as identity primary key,
  title varchar(400) not null,
  form varchar(200) not null,
  account_id bigint not null references account (account_id),
  opened_at timestamp with time zone not null
);

create table calibration_call (
  calibration_id bigint not null references calibration (calibration_id),
  place integer not null,
  call_id varchar(1000) not null,
  primary key (calibration_id, place)
);

create table calibration_reviewer (
  calibration_id bigint not null references calibration (calibration_id),
  account_id bigint not null references account (account_id),
  primary key (calibration_id, account_id)
);

-- the newest answer of a reviewer to a question of a call counts
create table calibration_answer (
  answer_id bigint generated always as identity primary key,
  calibration_id bigint not null references calibration (calibration_id),
  place integer not null,
  question varchar(200) not null,
  answer varchar(20) not null,
  account_id bigint not null references account (account_id),
  answered_at timestamp with time zone not null
);
create index calibration_answer_set on calibration_answer (calibration_id, answer_id);

create table calibration_closed (
  calibration_id bigint primary key references calibration (calibration_id),
  account_id bigint not null references account (account_id),
  closed_at timestamp with time zone not null
);
