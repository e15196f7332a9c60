-- Joint review, drawing review, acceptance (联审联办、联合审图、联合验收): one application for several agencies. Its events are the truth; this
-- row is what they come to, kept in the same transaction. Its number is of the series of the cases.
create table kg.joint (
  district_code text not null references kg.district,
  joint_id uuid not null,
  version integer not null,
  head text not null,
  number text not null,
  project_id uuid not null,
  company_id uuid not null,
  kind text not null check (kind in ('review', 'drawings', 'acceptance')),
  lead text not null,
  edition_id text not null,
  application text not null,
  state jsonb not null,
  stage text not null check (stage in ('open', 'rectifying', 'closed')),
  -- Last day to sum up; null while something is put right and once it is summed up.
  due_on date,
  opened_on date not null,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (district_code, joint_id),
  unique (district_code, number),
  foreign key (district_code, project_id) references kg.project,
  foreign key (district_code, company_id) references kg.company,
  foreign key (district_code, edition_id) references kg.edition
);
create index joint_of_project on kg.joint (district_code, project_id);
create index joint_by_time_left on kg.joint (district_code, due_on) where stage <> 'closed';
call kg.protect('kg.joint');

-- Who takes part, each by its own day: what the policies read, and what waits for whom.
create table kg.joint_participant (
  district_code text not null references kg.district,
  joint_id uuid not null,
  agency_id text not null,
  project_id uuid not null,
  matter text not null,
  due_on date not null,
  -- Asked and not heard; closed with the whole.
  waits boolean not null,
  primary key (district_code, joint_id, agency_id),
  foreign key (district_code, joint_id) references kg.joint,
  foreign key (district_code, project_id) references kg.project
);
create index joint_waits_for on kg.joint_participant (district_code, agency_id, due_on) where waits;
call kg.protect('kg.joint_participant');

-- Where somebody takes part who does not reach the whole district (a utility, an institution that reviews drawings). Both run as the owner, so
-- that the policies do not ask one another in a circle.
create function kg.joined() returns setof uuid language sql stable security definer set search_path = kg as $$
  select t.joint_id from kg.joint_participant t
    where t.district_code = kg.asking('district') and kg.asking('reach') = 'involved' and t.agency_id = kg.asking('agency')
$$;
create function kg.joined_projects() returns setof uuid language sql stable security definer set search_path = kg as $$
  select distinct t.project_id from kg.joint_participant t
    where t.district_code = kg.asking('district') and kg.asking('reach') = 'involved' and t.agency_id = kg.asking('agency')
$$;
revoke all on function kg.joined(), kg.joined_projects() from public;
grant execute on function kg.joined(), kg.joined_projects() to kaigong_app;
create policy looked_through on kg.joint_participant for select to current_user using (true);

create policy visible on kg.joint for select to kaigong_app
  using ((select kg.asking('reach')) = 'district' or project_id in (select kg.own_projects()) or joint_id in (select kg.joined()));
create policy opened_by_lead on kg.joint for insert to kaigong_app
  with check ((select kg.asking('reach')) = 'district' and lead = (select kg.asking('agency')));
-- The lead, whoever is asked, the applicant, and the system that notes a silence.
create policy acted_on on kg.joint for update to kaigong_app
  using (
    (select kg.asking('person')) is null or lead = (select kg.asking('agency'))
    or ((select kg.asking('reach')) = 'company' and company_id::text = (select kg.asking('company')))
    or exists (select from kg.joint_participant t where t.district_code = joint.district_code and t.joint_id = joint.joint_id
      and t.agency_id = (select kg.asking('agency'))));
grant select, insert, update on kg.joint to kaigong_app;

create policy visible on kg.joint_participant for select to kaigong_app
  using ((select kg.asking('reach')) = 'district' or project_id in (select kg.own_projects()) or joint_id in (select kg.joined()));
create policy asked_by_lead on kg.joint_participant for insert to kaigong_app
  with check (exists (select from kg.joint j where j.district_code = joint_participant.district_code and j.joint_id = joint_participant.joint_id
    and j.lead = (select kg.asking('agency'))));
-- Nobody speaks for another agency; the lead and the applicant only make it look again, the system notes its silence.
create policy moved on kg.joint_participant for update to kaigong_app
  using (
    agency_id = (select kg.asking('agency')) or (select kg.asking('person')) is null
    or exists (select from kg.joint j where j.district_code = joint_participant.district_code and j.joint_id = joint_participant.joint_id
      and (j.lead = (select kg.asking('agency'))
        or ((select kg.asking('reach')) = 'company' and j.company_id::text = (select kg.asking('company'))))));
grant select, insert, update on kg.joint_participant to kaigong_app;

-- What whoever is asked must see to answer: the project by name, its drawings with who saw them, and what happened in the joint handling.
create policy seen_by_joined on kg.project for select to kaigong_app using (project_id in (select kg.joined_projects()));
create policy seen_by_joined on kg.material for select to kaigong_app using (project_id in (select kg.joined_projects()));
-- Whoever downloads holds the material while that is recorded; it changes nothing of it.
create policy held_by_joined on kg.material for update to kaigong_app
  using (project_id in (select kg.joined_projects())) with check (false);
create policy seen_by_joined on kg.material_version for select to kaigong_app using (project_id in (select kg.joined_projects()));
create policy seen_by_joined on kg.event for select to kaigong_app
  using (stream in (select 'joint/' || id::text from kg.joined() id)
    or (stream like 'material/%' and project_id in (select kg.joined_projects())));
