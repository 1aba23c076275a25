-- Portable between H2 and PostgreSQL.
-- Holds a row inside of the transaction of an erasure, and is empty for everybody else. While it does, the triggers of
-- history tables let this transaction change and delete rows: see V41.
create table erasure_under_way (
  only_one integer primary key
);

-- Erased rows may still lie in the files of the database, which are to be written anew.
create table rewrite_due (
  asked_at timestamp with time zone not null
);

-- history: what stays of a decided dispute when its call is erased, for the overturn rate. No call, nobody, no words.
create table erased_dispute (
  erased_dispute_id bigint generated always as identity primary key,
  form varchar(200) not null,
  question varchar(200) not null,
  overturned boolean not null
);
