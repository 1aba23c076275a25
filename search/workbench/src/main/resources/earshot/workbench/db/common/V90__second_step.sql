-- Portable between H2 and PostgreSQL.
-- Accounts with a second step at sign-in. The secret is sealed with a key that lies in the data folder and not here.
create table second_step (
  account_id bigint primary key references account (account_id),
  secret varchar(200) not null,
  -- Of the code that counted last: neither it nor an earlier one counts again.
  last_step bigint not null,
  -- Wrong codes after the right password, since the last sign-in.
  refused integer default 0 not null,
  since timestamp with time zone not null
);

-- What counts once in place of a code. Used ones go.
create table recovery_code (
  code_hash varchar(300) primary key,
  account_id bigint not null references account (account_id)
);
create index recovery_code_account on recovery_code (account_id);

-- history: who turned it on and off, and asked for other recovery codes
create table second_step_change (
  change_id bigint generated always as identity primary key,
  account_id bigint not null references account (account_id),
  what varchar(20) not null,
  changed_by varchar(100) not null,
  changed_at timestamp with time zone not null
);
create index second_step_change_account on second_step_change (account_id);

-- The password was right, the code is waited for.
create table half_sign_in (
  half_hash varchar(64) primary key,
  account_id bigint not null references account (account_id),
  begun_at timestamp with time zone not null
);
create index half_sign_in_account on half_sign_in (account_id);
