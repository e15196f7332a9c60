-- What one person was told (通知): a copy for each, so that each has read it or not.
create table kg.notice (
  district_code text not null references kg.district,
  notice_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  -- What is told at the same instant stays in its order.
  seq bigint not null generated always as identity,
  -- What it came of. Nobody is told twice of the same, however often a job is tried.
  cause text not null,
  kind text not null,
  at timestamptz not null,
  says jsonb not null,
  project_id uuid not null,
  case_id uuid not null,
  case_number text not null,
  matter_name jsonb not null,
  read_at timestamptz,
  mailed_at timestamptz,
  primary key (district_code, notice_id),
  unique (district_code, person_id, cause),
  foreign key (district_code, person_id) references kg.person,
  -- Told in the same transaction that opens the case, at times before its row stands there.
  foreign key (district_code, case_id) references kg.case_file deferrable initially deferred
);
create index notice_of_person on kg.notice (district_code, person_id, at desc, seq desc);
create index notice_unread on kg.notice (district_code, person_id) where read_at is null;
call kg.protect('kg.notice');
-- Whoever acts tells others, and sees nothing of what they were told.
create policy told on kg.notice for insert to kaigong_app with check (true);
create policy own on kg.notice for select to kaigong_app using (person_id::text = (select kg.asking('person')));
create policy marked on kg.notice for update to kaigong_app
  using (person_id::text = (select kg.asking('person'))) with check (person_id::text = (select kg.asking('person')));
-- The system, which is nobody of no agency, sends the mails.
create policy mailed on kg.notice for select to kaigong_app
  using ((select kg.asking('person')) is null and (select kg.asking('agency')) is null and (select kg.asking('reach')) = 'district');
create policy mail_noted on kg.notice for update to kaigong_app
  using ((select kg.asking('person')) is null and (select kg.asking('agency')) is null and (select kg.asking('reach')) = 'district')
  with check ((select kg.asking('person')) is null and (select kg.asking('agency')) is null and (select kg.asking('reach')) = 'district');
grant select, insert, update (read_at, mailed_at) on kg.notice to kaigong_app;
