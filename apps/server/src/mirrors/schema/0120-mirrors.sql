-- Status rows of cases that another system of record handles, as they were delivered; none is ever removed, so that a repeat is known for one.
create table kg.mirror_row (
  district_code text not null references kg.district,
  row_id uuid not null,
  system text not null,
  source_id text not null,
  -- SHA-256 of everything that the row says: the same again changes nothing.
  key text not null,
  at timestamptz not null,
  said jsonb not null,
  state text not null check (state in ('placed', 'waiting', 'dismissed')),
  -- Why it waits, or why somebody dismissed it.
  reason jsonb,
  delivered_by uuid not null,
  delivered_at timestamptz not null,
  -- Version and hash of the latest event about this row.
  version integer not null,
  head text not null,
  primary key (district_code, row_id),
  unique (district_code, system, source_id, key),
  check ((state = 'placed') = (reason is null))
);
create index mirror_rows_waiting on kg.mirror_row (district_code, delivered_at) where state = 'waiting';
call kg.protect('kg.mirror_row');
create policy of_district on kg.mirror_row to kaigong_app
  using ((select kg.asking('reach')) = 'district') with check ((select kg.asking('reach')) = 'district');
grant select, insert, update (state, reason, version, head) on kg.mirror_row to kaigong_app;

-- Which case here mirrors which case there, and the rows that its state rests on, in their order.
create table kg.mirror_case (
  district_code text not null references kg.district,
  system text not null,
  source_id text not null,
  case_id uuid not null,
  placed jsonb not null,
  -- Version of the case after its last row: another one means that somebody continued it by hand.
  case_version integer not null,
  primary key (district_code, system, source_id),
  unique (district_code, case_id)
);
call kg.protect('kg.mirror_case');
create policy of_district on kg.mirror_case to kaigong_app
  using ((select kg.asking('reach')) = 'district') with check ((select kg.asking('reach')) = 'district');
grant select, insert, update (placed, case_version) on kg.mirror_case to kaigong_app;

-- Who enters deliveries writes cases of every agency, but only those that a delivery mirrors.
create policy opened_by_delivery on kg.case_file for insert to kaigong_app
  with check ((select kg.asking('reach')) = 'district' and origin = 'mirrored'
    and case_id in (select m.case_id from kg.mirror_case m));
create policy continued_by_delivery on kg.case_file for update to kaigong_app
  using ((select kg.asking('reach')) = 'district' and origin = 'mirrored'
    and case_id in (select m.case_id from kg.mirror_case m))
  with check ((select kg.asking('reach')) = 'district' and origin = 'mirrored'
    and case_id in (select m.case_id from kg.mirror_case m));
