-- What happened. Append only: the application may read and insert, never update or delete.
create table kg.event (
  district_code text not null references kg.district,
  stream text not null,
  version integer not null check (version > 0),
  type text not null,
  at timestamptz not null,
  actor uuid,
  -- The project it is about, if any: who may see the project may see the event.
  project_id uuid,
  -- The canonical text that was hashed: times, actor, type, data and the hash before it. jsonb would reorder it.
  sealed text not null,
  hash text not null,
  -- For readers that resume: transactions become visible out of the order in which numbers were given out.
  tx xid8 not null default pg_current_xact_id(),
  seq bigint generated always as identity,
  primary key (district_code, stream, version)
);
create index event_in_order on kg.event (district_code, tx, seq);
create index event_of_project on kg.event (district_code, project_id, tx desc, seq desc) where project_id is not null;
call kg.protect('kg.event');
grant select, insert on kg.event to kaigong_app;

-- Signed heads of all streams, one a day, each naming the one before: a cut tail shows.
create table kg.checkpoint (
  district_code text not null references kg.district,
  no integer not null check (no > 0),
  at timestamptz not null,
  sealed text not null,
  hash text not null,
  signature text not null,
  key_id text not null,
  primary key (district_code, no)
);
call kg.protect('kg.checkpoint');
create policy all_of_district on kg.checkpoint to kaigong_app using (true) with check (true);
grant select, insert on kg.checkpoint to kaigong_app;
