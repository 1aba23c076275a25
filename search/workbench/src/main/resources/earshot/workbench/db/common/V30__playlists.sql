-- Portable between H2 and PostgreSQL. All of these are history: rows are added, never changed. See V31.
-- The redacted copies themselves, sound and words, are files below workbench/playlists.
create table playlist (
  playlist_id bigint generated always as identity primary key,
  account_id bigint not null references account (account_id),
  made_at timestamp with time zone not null
);

-- the newest row of a playlist counts; what: made, renamed, removed
create table playlist_state (
  state_id bigint generated always as identity primary key,
  playlist_id bigint not null references playlist (playlist_id),
  what varchar(20) not null,
  title varchar(400) not null,
  account_id bigint not null references account (account_id),
  changed_at timestamp with time zone not null
);
create index playlist_state_playlist on playlist_state (playlist_id, state_id);

create table clip (
  clip_id bigint generated always as identity primary key,
  playlist_id bigint not null references playlist (playlist_id),
  call_id varchar(1000) not null,
  start_seconds double precision not null,
  end_seconds double precision not null,
  account_id bigint not null references account (account_id),
  added_at timestamp with time zone not null
);
create index clip_playlist on clip (playlist_id, clip_id);
create index clip_call on clip (call_id, clip_id);

-- the newest row of a clip counts; what: added, changed, moved, removed
create table clip_state (
  state_id bigint generated always as identity primary key,
  clip_id bigint not null references clip (clip_id),
  what varchar(20) not null,
  place integer not null,
  role varchar(20) not null,
  question varchar(200) not null,
  note varchar(4000) not null,
  account_id bigint not null references account (account_id),
  changed_at timestamp with time zone not null
);
create index clip_state_clip on clip_state (clip_id, state_id);
