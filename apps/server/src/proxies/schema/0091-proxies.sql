-- A company's authorisation of a helper (委托代办, domain 6.3) for one project: stages, matters, acts and days. Revoked once, never removed:
-- acts were done by it.
create table kg.proxy_authorisation (
  district_code text not null references kg.district,
  authorisation_id uuid not null,
  project_id uuid not null,
  company_id uuid not null,
  helper uuid not null,
  stages integer[] not null check (cardinality(stages) > 0),
  -- Empty: all matters of the stages.
  matters text[] not null,
  acts text[] not null check (cardinality(acts) > 0),
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  revoked_on date,
  agreement jsonb,
  given_by uuid not null,
  given_at timestamptz not null,
  primary key (district_code, authorisation_id),
  foreign key (district_code, project_id) references kg.project,
  foreign key (district_code, company_id) references kg.company,
  foreign key (district_code, helper) references kg.person
);
create index authorisation_of_helper on kg.proxy_authorisation (district_code, project_id, helper);
call kg.protect('kg.proxy_authorisation');
create policy visible on kg.proxy_authorisation for select to kaigong_app
  using ((select kg.asking('reach')) = 'district' or project_id in (select kg.own_projects()));
-- Nobody authorises in another company's name.
create policy given_by_own_company on kg.proxy_authorisation for insert to kaigong_app
  with check ((select kg.asking('reach')) = 'company' and company_id::text = (select kg.asking('company'))
    and project_id in (select kg.own_projects()));
create policy revoked_by_own_company on kg.proxy_authorisation for update to kaigong_app
  using ((select kg.asking('reach')) = 'company' and company_id::text = (select kg.asking('company')))
  with check ((select kg.asking('reach')) = 'company' and company_id::text = (select kg.asking('company')));
grant select, insert, update (revoked_on) on kg.proxy_authorisation to kaigong_app;

-- A helper acts on a case of a company whose authorisation stands; whether it covers the day and the act is decided by the rules.
create policy acted_on_by_helper on kg.case_file for update to kaigong_app
  using ((select kg.asking('reach')) = 'involved' and project_id in (select a.project_id from kg.proxy_authorisation a
    where a.helper::text = (select kg.asking('person')) and a.company_id = case_file.company_id and a.revoked_on is null))
  with check ((select kg.asking('reach')) = 'involved' and project_id in (select a.project_id from kg.proxy_authorisation a
    where a.helper::text = (select kg.asking('person')) and a.company_id = case_file.company_id and a.revoked_on is null));

-- 一企一帮办: a company knows the helpers of its projects by name.
create function kg.own_helpers() returns setof uuid language sql stable security definer set search_path = kg as $$
  select t.person_id from kg.team_member t join kg.project p using (district_code, project_id)
    where t.district_code = kg.asking('district') and kg.asking('reach') = 'company'
      and p.company_id::text = kg.asking('company') and t.duty in ('helper', 'deputy')
$$;
revoke all on function kg.own_helpers() from public;
grant execute on function kg.own_helpers() to kaigong_app;
create policy helper_of_own_project on kg.person for select to kaigong_app using (person_id in (select kg.own_helpers()));
