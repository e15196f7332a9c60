-- Materials of a project: a document with its versions. What a version contains lies in the store of files under its hash, once,
-- however many versions have it; names lie here only.
create table kg.material (
  district_code text not null references kg.district,
  material_id uuid not null,
  project_id uuid not null,
  version integer not null default 1,
  latest integer not null default 1 check (latest > 0),
  -- The materials of the catalogue that it stands for.
  uses jsonb not null default '[]',
  primary key (district_code, material_id),
  foreign key (district_code, project_id) references kg.project
);
create index material_of_project on kg.material (district_code, project_id);
call kg.protect('kg.material');
create policy visible on kg.material to kaigong_app
  using ((select kg.asking('reach')) = 'district' or project_id in (select kg.own_projects()))
  with check ((select kg.asking('reach')) = 'district' or project_id in (select kg.own_projects()));
grant select, insert, update on kg.material to kaigong_app;

-- Never changed and never removed: a decision may rest on it.
create table kg.material_version (
  district_code text not null references kg.district,
  material_id uuid not null,
  no integer not null check (no > 0),
  project_id uuid not null,
  name text not null,
  kind text not null,
  size bigint not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  scanned boolean not null,
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  primary key (district_code, material_id, no),
  foreign key (district_code, material_id) references kg.material
);
create index version_of_project on kg.material_version (district_code, project_id);
call kg.protect('kg.material_version');
create policy visible on kg.material_version to kaigong_app
  using ((select kg.asking('reach')) = 'district' or project_id in (select kg.own_projects()))
  with check ((select kg.asking('reach')) = 'district' or project_id in (select kg.own_projects()));
grant select, insert on kg.material_version to kaigong_app;

-- An upload under way, a day at most; what came of it stays beside it so long, so that a repeated finish is told the same.
create table kg.file_upload (
  district_code text not null references kg.district,
  upload_id uuid not null,
  project_id uuid not null,
  person_id uuid not null,
  name text not null,
  kind text not null,
  size bigint not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  uses jsonb not null,
  material_id uuid,
  received bigint not null default 0 check (received between 0 and size),
  became uuid,
  begun_at timestamptz not null,
  primary key (district_code, upload_id),
  foreign key (district_code, project_id) references kg.project on delete cascade
);
create index file_upload_of_person on kg.file_upload (district_code, person_id);
call kg.protect('kg.file_upload');
-- One's own, of a project that one still reaches; the system forgets what is over.
create policy own on kg.file_upload to kaigong_app
  using ((select kg.asking('person')) is null or (person_id::text = (select kg.asking('person'))
    and ((select kg.asking('reach')) = 'district' or project_id in (select kg.own_projects()))))
  with check (person_id::text = (select kg.asking('person'))
    and ((select kg.asking('reach')) = 'district' or project_id in (select kg.own_projects())));
grant select, insert, update, delete on kg.file_upload to kaigong_app;
