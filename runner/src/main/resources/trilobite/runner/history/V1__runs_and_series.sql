-- Runs as they are remembered, and their graphs in compressed chunks.
create table run (
  id integer primary key,
  project text not null,
  project_folder text not null,
  target text not null,
  started text not null,
  verdict text,
  why text not null,
  accelerator text not null,
  first_byte real,
  ready real,
  duration real,
  memory integer not null,
  image text,
  build_id text,
  command text not null,
  folder text not null,
  bytes integer
);

create table chunk (
  run integer not null references run (id) on delete cascade,
  series text not null,
  first real not null,
  last real not null,
  samples integer not null,
  data blob not null,
  primary key (run, series, first)
) without rowid;
