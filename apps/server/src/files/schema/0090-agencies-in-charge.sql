-- Projects in which the asker's agency has something to do beside its contacts in the team: it handles a case, or a plan asks it for a promise.
-- Runs as the owner, like kg.own_projects(), so that the policies do not ask one another in a circle.
create function kg.projects_in_charge() returns setof uuid language sql stable security definer set search_path = kg as $$
  select c.project_id from kg.case_file c
    where c.district_code = kg.asking('district') and kg.asking('reach') = 'involved' and c.agency_id = kg.asking('agency')
  union
  select s.project_id from kg.countersignature s
    where s.district_code = kg.asking('district') and kg.asking('reach') = 'involved' and s.agency_id = kg.asking('agency')
$$;
revoke all on function kg.projects_in_charge() from public;
grant execute on function kg.projects_in_charge() to kaigong_app;
create policy looked_through on kg.case_file for select to current_user using (true);
create policy looked_through on kg.countersignature for select to current_user using (true);
create index case_of_agency on kg.case_file (district_code, agency_id);

-- An agency in charge brings the papers of its acts to the project, and sees what it needs for that.
create policy seen_in_charge on kg.project for select to kaigong_app using (project_id in (select kg.projects_in_charge()));
create policy seen_in_charge on kg.plan for select to kaigong_app using (project_id in (select kg.projects_in_charge()));
create policy seen_in_charge on kg.event for select to kaigong_app using (project_id in (select kg.projects_in_charge()));
create policy brought_in_charge on kg.material to kaigong_app
  using (project_id in (select kg.projects_in_charge())) with check (project_id in (select kg.projects_in_charge()));
create policy brought_in_charge on kg.material_version to kaigong_app
  using (project_id in (select kg.projects_in_charge())) with check (project_id in (select kg.projects_in_charge()));
create policy brought_in_charge on kg.file_upload to kaigong_app
  using (person_id::text = (select kg.asking('person')) and project_id in (select kg.projects_in_charge()))
  with check (person_id::text = (select kg.asking('person')) and project_id in (select kg.projects_in_charge()));
