-- What became of the land: each kind of happening once, put right with a reason (the trail keeps what stood there before).
create table kg.land_event (
  district_code text not null references kg.district,
  project_id uuid not null,
  kind text not null check (kind in ('deal', 'contract', 'payment', 'handover', 'notWon')),
  happened_on date not null,
  reference text not null,
  winner_id uuid,
  parcel_sha256 text check (parcel_sha256 ~ '^[0-9a-f]{64}$'),
  conditions_sha256 text check (conditions_sha256 ~ '^[0-9a-f]{64}$'),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (district_code, project_id, kind),
  foreign key (district_code, project_id) references kg.project,
  foreign key (district_code, winner_id) references kg.company
);
call kg.protect('kg.land_event');
create policy visible on kg.land_event for select to kaigong_app
  using ((select kg.asking('reach')) = 'district' or project_id in (select kg.own_projects()));
create policy recorded on kg.land_event for insert to kaigong_app with check ((select kg.asking('reach')) = 'district');
create policy put_right on kg.land_event for update to kaigong_app
  using ((select kg.asking('reach')) = 'district') with check ((select kg.asking('reach')) = 'district');
grant select, insert, update on kg.land_event to kaigong_app;

-- Pre-reviews (模拟审批): internal technical reviews, no permits and no cases, so that nothing of them is reported before the land is won.
create table kg.pre_review (
  district_code text not null references kg.district,
  pre_review_id uuid not null,
  version integer not null,
  head text not null,
  number text not null,
  project_id uuid not null,
  occurrence text not null,
  matter text not null,
  matter_name jsonb not null,
  agency_id text not null,
  company_id uuid not null,
  -- The material whose versions are the drawings.
  drawings_id uuid not null,
  handed_in jsonb not null,
  state jsonb not null,
  stage text not null check (stage in ('open', 'agreed', 'converted', 'lapsed')),
  valid_until date,
  -- Who of the agency said that this version of the drawings differs in nothing that matters, and of which version.
  insubstantial_by uuid,
  insubstantial_sha256 text,
  requested_on date not null,
  primary key (district_code, pre_review_id),
  unique (district_code, number),
  foreign key (district_code, project_id) references kg.project,
  foreign key (district_code, company_id) references kg.company,
  foreign key (district_code, drawings_id) references kg.material
);
create unique index one_live_pre_review on kg.pre_review (district_code, project_id, occurrence) where stage <> 'lapsed';
create index pre_review_of_project on kg.pre_review (district_code, project_id);
call kg.protect('kg.pre_review');
create policy visible on kg.pre_review to kaigong_app
  using ((select kg.asking('reach')) = 'district' or project_id in (select kg.own_projects()))
  with check ((select kg.asking('reach')) = 'district' or project_id in (select kg.own_projects()));
grant select, insert, update on kg.pre_review to kaigong_app;
