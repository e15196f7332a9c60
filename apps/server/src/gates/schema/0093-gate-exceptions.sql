-- A leader's decision to let one requirement of a gate go. Written once, never changed; its event is in the history of the project.
create table kg.gate_exception (
  district_code text not null references kg.district,
  project_id uuid not null,
  gate text not null check (gate in ('G0', 'G1', 'G2', 'G3', 'G4')),
  matter text not null,
  excepted_on date not null,
  excepted_by uuid not null,
  policy_title text not null check (policy_title <> ''),
  policy_number text not null check (policy_number <> ''),
  reason text not null,
  primary key (district_code, project_id, gate, matter),
  foreign key (district_code, project_id) references kg.project
);
call kg.protect('kg.gate_exception');
create policy visible on kg.gate_exception for select to kaigong_app
  using ((select kg.asking('reach')) = 'district' or project_id in (select kg.own_projects()));
create policy signed_oneself on kg.gate_exception for insert to kaigong_app
  with check ((select kg.asking('reach')) = 'district' and excepted_by::text = (select kg.asking('person')));
grant select, insert on kg.gate_exception to kaigong_app;
