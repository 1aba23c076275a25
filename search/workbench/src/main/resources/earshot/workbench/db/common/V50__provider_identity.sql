-- Portable between H2 and PostgreSQL.
-- history: who an account is at an identity provider; an account that is not here signs in with a password only
create table provider_identity (
  issuer varchar(500) not null,
  subject varchar(255) not null,
  account_id bigint not null references account (account_id),
  linked_by varchar(100) not null,
  linked_at timestamp with time zone not null,
  primary key (issuer, subject)
);
create index provider_identity_account on provider_identity (account_id);
