create table kg.plan (
  district_code text not null references kg.district,
  project_id uuid not null,
  no integer not null check (no > 0),
  version integer not null default 1,
  status text not null check (status in ('computed', 'countersigning', 'adopted', 'superseded', 'dropped')),
  cause text not null,
  as_of date not null,
  anchor jsonb not null,
  met boolean not null,
  headline jsonb not null,
  construction_start date,
  production date,
  land_day date,
  project_version integer not null,
  edition_id text not null,
  calendar_through date not null,
  violations integer not null,
  -- What it was computed from, and the plan as it was computed: kept as text, byte for byte.
  facts jsonb not null,
  document text not null,
  computed_by uuid,
  computed_at timestamptz not null,
  primary key (district_code, project_id, no),
  foreign key (district_code, project_id) references kg.project,
  foreign key (district_code, edition_id) references kg.edition
);
create unique index one_adopted_plan on kg.plan (district_code, project_id) where status = 'adopted';
call kg.protect('kg.plan');
create policy visible on kg.plan to kaigong_app
  using ((select kg.asking('reach')) = 'district' or project_id in (select kg.own_projects()))
  with check ((select kg.asking('reach')) = 'district'
    or ((select kg.asking('reach')) = 'involved' and project_id in (select kg.own_projects())));
grant select, insert, update on kg.plan to kaigong_app;

create table kg.countersignature (
  district_code text not null references kg.district,
  project_id uuid not null,
  no integer not null,
  agency_id text not null,
  status text not null check (status in ('waiting', 'signed', 'objected')),
  promises jsonb not null,
  signed_by uuid,
  asked_at timestamptz not null,
  at timestamptz,
  primary key (district_code, project_id, no, agency_id),
  foreign key (district_code, project_id, no) references kg.plan
);
create index countersignature_of_agency on kg.countersignature (district_code, agency_id, status);
call kg.protect('kg.countersignature');
create policy visible on kg.countersignature for select to kaigong_app
  using ((select kg.asking('reach')) = 'district' or project_id in (select kg.own_projects()));
create policy circulated on kg.countersignature for insert to kaigong_app
  with check (status = 'waiting' and ((select kg.asking('reach')) = 'district'
    or ((select kg.asking('reach')) = 'involved' and project_id in (select kg.own_projects()))));
-- Nobody promises for another agency.
create policy signed_by_own_agency on kg.countersignature for update to kaigong_app
  using (agency_id = (select kg.asking('agency'))) with check (agency_id = (select kg.asking('agency')));
grant select, insert, update on kg.countersignature to kaigong_app;

-- What agencies remark to one another stays inside government: a table of its own, so that a company that may see who signed cannot read it.
create table kg.countersignature_remark (
  district_code text not null references kg.district,
  project_id uuid not null,
  no integer not null,
  agency_id text not null,
  remark text,
  primary key (district_code, project_id, no, agency_id),
  foreign key (district_code, project_id, no, agency_id) references kg.countersignature
);
call kg.protect('kg.countersignature_remark');
create policy inside on kg.countersignature_remark for select to kaigong_app using ((select kg.asking('reach')) = 'district');
create policy written_by_own_agency on kg.countersignature_remark for insert to kaigong_app
  with check (agency_id = (select kg.asking('agency')));
create policy corrected_by_own_agency on kg.countersignature_remark for update to kaigong_app
  using (agency_id = (select kg.asking('agency'))) with check (agency_id = (select kg.asking('agency')));
grant select, insert, update on kg.countersignature_remark to kaigong_app;

create table kg.promise (
  district_code text not null references kg.district,
  project_id uuid not null,
  occurrence text not null,
  matter text not null,
  name jsonb not null,
  agency_id text,
  promised_on date not null,
  no integer not null,
  adopted_at timestamptz not null,
  primary key (district_code, project_id, occurrence),
  foreign key (district_code, project_id, no) references kg.plan
);
call kg.protect('kg.promise');
create policy visible on kg.promise to kaigong_app
  using ((select kg.asking('reach')) = 'district' or project_id in (select kg.own_projects()))
  with check ((select kg.asking('reach')) = 'district');
grant select, insert, update, delete on kg.promise to kaigong_app;

-- A link that a company reads without an account. Only the hash of its token is kept.
create table kg.share_link (
  district_code text not null references kg.district,
  link_id uuid not null,
  project_id uuid not null,
  no integer not null,
  token_hash text not null,
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  opened integer not null default 0,
  primary key (district_code, link_id),
  unique (district_code, token_hash),
  foreign key (district_code, project_id, no) references kg.plan
);
call kg.protect('kg.share_link');
create policy visible on kg.share_link to kaigong_app
  using ((select kg.asking('reach')) = 'district'
    or ((select kg.asking('reach')) = 'involved' and project_id in (select kg.own_projects())));
grant select, insert, update on kg.share_link to kaigong_app;
