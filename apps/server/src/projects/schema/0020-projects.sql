create table kg.project (
  district_code text not null references kg.district,
  project_id uuid not null,
  version integer not null default 1,
  name text not null,
  name_en text,
  -- Full pinyin and initials of the name, for a search that types two letters.
  name_key text not null,
  code text,
  company_id uuid,
  industry text,
  township text,
  level text not null check (level in ('province', 'city', 'district', 'none')),
  kind text not null check (kind in ('implementation', 'reserve')),
  list_year integer,
  construction text not null check (construction in ('new', 'continued')),
  stage text not null,
  five_new text,
  cluster text,
  content text,
  capacity text,
  investment_wan numeric(14, 2),
  equipment_wan numeric(14, 2),
  spent_before_wan numeric(14, 2),
  year_plan_wan numeric(14, 2),
  spent_this_year_wan numeric(14, 2),
  year_goal text,
  start_planned date,
  start_actual date,
  completion_planned date,
  remark text,
  synthetic boolean not null default false,
  -- What the planner reads, as a project file states it.
  facts jsonb not null,
  parcels jsonb not null default '[]',
  -- Kept in the transaction that changes them, so that the list joins nothing.
  company_name text,
  credit_code text,
  helper_name text,
  land_day date,
  construction_start date,
  plan_status text not null default 'none' check (plan_status in ('none', 'computed', 'countersigning', 'adopted')),
  latest_plan integer,
  adopted_plan integer,
  updated_at timestamptz not null,
  -- All that a project is found by, in small letters, the code without dashes: one LIKE takes a quarter of what ILIKE on each column does.
  found_by text not null generated always as (lower(
    name || E'\n' || name_key || E'\n' || coalesce(company_name, '') || E'\n' || coalesce(credit_code, '') || E'\n' || coalesce(replace(code, '-', ''), '')
  )) stored,
  primary key (district_code, project_id),
  unique (district_code, code),
  foreign key (district_code, company_id) references kg.company
);
create index project_by_update on kg.project (district_code, updated_at desc);
create index project_by_company on kg.project (district_code, company_id);
call kg.protect('kg.project');

create table kg.team_member (
  district_code text not null references kg.district,
  project_id uuid not null,
  person_id uuid not null,
  duty text not null check (duty in ('leader', 'helper', 'deputy', 'contact', 'company')),
  agency_id text,
  primary key (district_code, project_id, person_id, duty),
  foreign key (district_code, project_id) references kg.project on delete cascade,
  foreign key (district_code, person_id) references kg.person
);
create index team_of_person on kg.team_member (district_code, person_id);
create index team_of_agency on kg.team_member (district_code, agency_id);
-- 一企一帮办: one helper a project.
create unique index one_helper on kg.team_member (district_code, project_id) where duty = 'helper';
call kg.protect('kg.team_member');

-- Projects of somebody who does not reach the whole district. Runs as the owner, so that the policies below do not ask one another in a circle.
create function kg.own_projects() returns setof uuid language sql stable security definer set search_path = kg as $$
  select p.project_id from kg.project p
    where p.district_code = kg.asking('district') and kg.asking('reach') = 'company' and p.company_id::text = kg.asking('company')
  union
  select t.project_id from kg.team_member t
    where t.district_code = kg.asking('district') and kg.asking('reach') = 'involved'
      and (t.person_id::text = kg.asking('person') or t.agency_id = kg.asking('agency'))
$$;
revoke all on function kg.own_projects() from public;
grant execute on function kg.own_projects() to kaigong_app;

-- The function above runs as the owner, whom forced row-level security would otherwise show nothing, unless it is a superuser.
create policy looked_through on kg.project for select to current_user using (true);
create policy looked_through on kg.team_member for select to current_user using (true);

create policy visible on kg.project to kaigong_app
  using ((select kg.asking('reach')) = 'district' or project_id in (select kg.own_projects()))
  with check ((select kg.asking('reach')) = 'district' or project_id in (select kg.own_projects()));
-- A helper registers a project before being on its team.
create policy registered on kg.project for insert to kaigong_app with check ((select kg.asking('reach')) in ('district', 'involved'));
grant select, insert, update, delete on kg.project to kaigong_app;

create policy visible on kg.team_member to kaigong_app
  using ((select kg.asking('reach')) = 'district' or project_id in (select kg.own_projects()))
  with check ((select kg.asking('reach')) = 'district' or person_id::text = (select kg.asking('person')));
grant select, insert, update, delete on kg.team_member to kaigong_app;

create policy visible on kg.event for select to kaigong_app
  using ((select kg.asking('reach')) = 'district' or project_id in (select kg.own_projects()) or actor::text = (select kg.asking('person')));
create policy appended on kg.event for insert to kaigong_app
  with check (actor is null or actor::text = (select kg.asking('person')));

create table kg.saved_filter (
  district_code text not null references kg.district,
  person_id uuid not null,
  filter_id uuid not null,
  name text not null,
  filter jsonb not null,
  columns jsonb not null,
  primary key (district_code, person_id, filter_id),
  foreign key (district_code, person_id) references kg.person
);
call kg.protect('kg.saved_filter');
create policy own on kg.saved_filter to kaigong_app
  using (person_id::text = (select kg.asking('person'))) with check (person_id::text = (select kg.asking('person')));
grant select, insert, delete on kg.saved_filter to kaigong_app;

-- A sheet between its preview and its import; an hour at most.
create table kg.upload (
  district_code text not null references kg.district,
  upload_id uuid not null,
  person_id uuid not null,
  bytes bytea not null,
  preview jsonb not null,
  at timestamptz not null,
  primary key (district_code, upload_id)
);
call kg.protect('kg.upload');
create policy own on kg.upload to kaigong_app
  using (person_id::text = (select kg.asking('person')) or (select kg.asking('person')) is null)
  with check (person_id::text = (select kg.asking('person')));
grant select, insert, delete on kg.upload to kaigong_app;
