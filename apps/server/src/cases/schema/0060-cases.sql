-- Numbers of cases, one row a year: locked by whoever opens a case until that transaction ends, so that no number is left out or given twice.
create table kg.case_series (
  district_code text not null references kg.district,
  year integer not null,
  last integer not null check (last > 0),
  primary key (district_code, year)
);
call kg.protect('kg.case_series');
create policy counted on kg.case_series to kaigong_app
  using ((select kg.asking('reach')) = 'district') with check ((select kg.asking('reach')) = 'district');
grant select, insert, update on kg.case_series to kaigong_app;

-- One application for one occurrence of a matter (办件). Its events are the truth; this row is what they come to, kept in the same transaction.
create table kg.case_file (
  district_code text not null references kg.district,
  case_id uuid not null,
  -- Version and hash of its latest event: who may not see every event of the stream can still write the next one.
  version integer not null,
  head text not null,
  number text not null,
  project_id uuid not null,
  occurrence text not null,
  matter text not null,
  matter_name jsonb not null,
  variant text,
  scope jsonb not null,
  agency_id text not null,
  company_id uuid not null,
  edition_id text not null,
  -- Handled here, or mirrored from another system of record.
  origin text not null check (origin in ('here', 'mirrored')),
  source_system text,
  source_time timestamptz,
  verified_at timestamptz,
  verified_by uuid,
  state jsonb not null,
  -- What lists ask for. Days are kept, never days left: a deadline moves only with an event, while days left change every night.
  stage text not null check (stage in ('received', 'correcting', 'accepted', 'handling', 'granted', 'ended')),
  is_open boolean not null,
  hand text not null check (hand in ('waiting', 'running', 'standing', 'ended')),
  due text check (due in ('notice', 'promised', 'statutory', 'delivery')),
  due_on date,
  due_unit text not null check (due_unit in ('workday', 'day')),
  statutory_on date,
  standing_for jsonb not null,
  holder uuid,
  received_on date not null,
  entered_afterwards integer not null default 0,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  -- What it is found by beside its project, in small letters.
  found_by text not null generated always as (lower(
    number || E'\n' || occurrence || E'\n' || (matter_name ->> 'zh') || E'\n' || (matter_name ->> 'en')
  )) stored,
  primary key (district_code, case_id),
  unique (district_code, number),
  foreign key (district_code, project_id) references kg.project,
  foreign key (district_code, company_id) references kg.company,
  foreign key (district_code, edition_id) references kg.edition,
  check ((origin = 'mirrored') = (source_system is not null and source_time is not null and verified_at is not null))
);
-- A matter is applied for once at a time: until the case has ended without a document in force there is no second.
create unique index one_live_case on kg.case_file (district_code, project_id, occurrence) where stage <> 'ended';
create index case_of_project on kg.case_file (district_code, project_id);
create index case_by_time_left on kg.case_file (district_code, agency_id, due_on) where is_open;
call kg.protect('kg.case_file');
create policy visible on kg.case_file for select to kaigong_app
  using ((select kg.asking('reach')) = 'district' or project_id in (select kg.own_projects()));
-- Nobody opens or handles a case of another agency; beside the agency only the applicant acts on it.
create policy opened_by_own_agency on kg.case_file for insert to kaigong_app
  with check ((select kg.asking('reach')) = 'district' and agency_id = (select kg.asking('agency')));
create policy acted_on on kg.case_file for update to kaigong_app
  using (agency_id = (select kg.asking('agency'))
    or ((select kg.asking('reach')) = 'company' and company_id::text = (select kg.asking('company'))))
  with check (agency_id = (select kg.asking('agency'))
    or ((select kg.asking('reach')) = 'company' and company_id::text = (select kg.asking('company'))));
grant select, insert, update on kg.case_file to kaigong_app;
