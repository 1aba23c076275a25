-- Portable between H2 and PostgreSQL. History, as all of what is asked of records: see V81.
-- Of a change of the kind take-back: the change that does not hold any more.
alter table record_change add column takes_back bigint;

-- Of a change of the kind speakers: who speaks in which span.
create table record_change_speaker (
  change_id bigint not null references record_change (change_id),
  place integer not null,
  channel integer not null,
  start_seconds double precision not null,
  end_seconds double precision not null,
  role varchar(20) not null,
  primary key (change_id, place)
);
