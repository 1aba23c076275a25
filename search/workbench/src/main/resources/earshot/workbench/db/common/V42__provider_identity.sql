-- Portable between H2 and PostgreSQL.
-- history: who an account is at an identity provider; one that is not here signs in with a password
create table provider_identity (
  issuer varchar(500) not null,
  subject varchar(300) not null,
  account_id bigint not null references account (account_id),
  primary key (issuer, subject)
);
