-- Numbers of certificates (domain 3.6), one row for what a series counts by (area and year, or area and day): locked by whoever issues one until
-- that transaction ends, so that no number is left out or given twice.
create table kg.certificate_series (
  district_code text not null references kg.district,
  key text not null,
  last integer not null check (last > 0),
  primary key (district_code, key)
);
call kg.protect('kg.certificate_series');
create policy counted on kg.certificate_series to kaigong_app
  using ((select kg.asking('reach')) in ('district', 'involved', 'company'))
  with check ((select kg.asking('reach')) in ('district', 'involved', 'company'));
grant select, insert, update on kg.certificate_series to kaigong_app;

-- One press of the land day's button: everything that was issued by it names it. Never changed.
create table kg.land_conversion (
  district_code text not null references kg.district,
  conversion_id uuid not null,
  project_id uuid not null,
  pressed_by uuid not null,
  land_on date not null,
  issued_on date not null,
  at timestamptz not null,
  -- The transaction in which all of it happens: what follows lets it write for several agencies, and nobody after it.
  tx xid8 not null default pg_current_xact_id(),
  primary key (district_code, conversion_id),
  foreign key (district_code, project_id) references kg.project
);
create index conversion_of_project on kg.land_conversion (district_code, project_id);
call kg.protect('kg.land_conversion');
create policy visible on kg.land_conversion for select to kaigong_app
  using ((select kg.asking('reach')) = 'district' or project_id in (select kg.own_projects()));
create policy pressed on kg.land_conversion for insert to kaigong_app
  with check ((select kg.asking('reach')) = 'district' and pressed_by::text = (select kg.asking('person')) and tx = pg_current_xact_id());
grant select, insert on kg.land_conversion to kaigong_app;

-- Conversions of the transaction that asks.
create function kg.conversions_now() returns setof uuid language sql stable as $$
  select conversion_id from kg.land_conversion where district_code = kg.asking('district') and tx = pg_current_xact_id()
$$;
grant execute on function kg.conversions_now() to kaigong_app;

-- A certificate (证照) with everything that stands on the paper: what it says does not change with the project. Its events tell why.
create table kg.certificate (
  district_code text not null references kg.district,
  certificate_id uuid not null,
  version integer not null,
  head text not null,
  project_id uuid not null,
  occurrence text not null,
  matter text not null,
  kind jsonb not null,
  number text not null,
  agency_id text not null,
  agency_name jsonb not null,
  company_id uuid,
  holder text not null,
  holder_code text,
  project_name text not null,
  project_code text,
  lines jsonb not null,
  issued_on date not null,
  valid_until date,
  status text not null check (status in ('inForce', 'corrected', 'reissued', 'revoked')),
  ended_on date,
  -- Why it was issued in the place of another, or why it ended.
  reason text,
  replaces uuid,
  replaced_by uuid,
  case_id uuid,
  pre_review_id uuid,
  conversion_id uuid,
  synthetic boolean not null,
  issued_at timestamptz not null,
  primary key (district_code, certificate_id),
  unique (district_code, number),
  foreign key (district_code, project_id) references kg.project,
  foreign key (district_code, case_id) references kg.case_file,
  foreign key (district_code, conversion_id) references kg.land_conversion,
  foreign key (district_code, replaces) references kg.certificate (district_code, certificate_id),
  check ((status = 'inForce') = (ended_on is null))
);
-- Whoever presses first: there is one in force, however many presses come at once.
create unique index one_certificate_in_force on kg.certificate (district_code, project_id, occurrence) where status = 'inForce';
create index certificate_of_project on kg.certificate (district_code, project_id);
create index certificate_of_case on kg.certificate (district_code, case_id);
call kg.protect('kg.certificate');
create policy visible on kg.certificate for select to kaigong_app
  using ((select kg.asking('reach')) = 'district' or project_id in (select kg.own_projects()));
-- Nobody issues for another agency, but for the conversion of the land day, which rests on the signed opinion of each.
create policy issued on kg.certificate for insert to kaigong_app
  with check ((select kg.asking('reach')) = 'district'
    and (agency_id = (select kg.asking('agency')) or conversion_id in (select kg.conversions_now())));
create policy ended on kg.certificate for update to kaigong_app
  using (agency_id = (select kg.asking('agency'))) with check (agency_id = (select kg.asking('agency')));
grant select, insert, update (version, head, status, ended_on, reason, replaced_by) on kg.certificate to kaigong_app;

-- A case that came of a conversion, or was delivered by it, names it.
alter table kg.case_file add column conversion_id uuid;
alter table kg.case_file add foreign key (district_code, conversion_id) references kg.land_conversion;
create policy opened_on_land_day on kg.case_file for insert to kaigong_app
  with check (conversion_id in (select kg.conversions_now()));
create policy delivered_on_land_day on kg.case_file for update to kaigong_app
  using (stage = 'granted' and (select kg.asking('reach')) = 'district' and exists (select kg.conversions_now()))
  with check (conversion_id in (select kg.conversions_now()));
