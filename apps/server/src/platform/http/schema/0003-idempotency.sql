-- The first answer to a request that named a key, kept for 24 hours.
create table kg.idempotency (
  district_code text not null references kg.district,
  person_id uuid not null,
  key text not null,
  request_hash text not null,
  status integer,
  headers jsonb,
  body text,
  at timestamptz not null default now(),
  primary key (district_code, person_id, key)
);
create index idempotency_by_age on kg.idempotency (district_code, at);
call kg.protect('kg.idempotency');
create policy own_keys on kg.idempotency to kaigong_app
  using (person_id::text = (select kg.asking('person')) or (select kg.asking('reach')) = 'district')
  with check (person_id::text = (select kg.asking('person')));
grant select, insert, update, delete on kg.idempotency to kaigong_app;
