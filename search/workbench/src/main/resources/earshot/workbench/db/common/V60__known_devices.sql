-- Browsers in which an account signed in: somebody else's failures do not pause those.
create table known_device (
  device_hash varchar(64) primary key,
  account_id bigint not null references account (account_id),
  seen_at timestamp with time zone not null
);
create index known_device_account on known_device (account_id);
