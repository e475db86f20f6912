-- Events on the time axis, and where each value was read or why it could not be.
create table mark (
  run integer not null references run (id) on delete cascade,
  position integer not null,
  t real not null,
  kind text not null,
  text text not null,
  primary key (run, position)
) without rowid;

create table source (
  run integer not null references run (id) on delete cascade,
  series text not null,
  kind text,
  detail text not null,
  primary key (run, series)
) without rowid;
