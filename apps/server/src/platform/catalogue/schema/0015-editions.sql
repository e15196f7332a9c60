-- Texts of the catalogue by their hash: law and calendars are the same for all districts, so this is a reference table.
create table kg.catalogue_file (
  hash text primary key,
  text text not null
);
grant select, insert on kg.catalogue_file to kaigong_app;

-- Which texts, together, a district's plans rest on.
create table kg.edition (
  district_code text not null references kg.district,
  edition_id text not null,
  version integer not null default 1,
  name text not null,
  status text not null check (status in ('proposed', 'inForce', 'former', 'dropped')),
  cause text not null check (cause in ('first', 'catalogue', 'calendar', 'promise', 'settings')),
  -- path -> hash of the text
  files jsonb not null,
  based_on text,
  calendar_through date not null,
  law_checked_through date not null,
  reason text,
  proposed_by uuid,
  proposed_at timestamptz not null,
  adopted_at timestamptz,
  -- What a trial found: { at, running, progress, projects, touched: [...], failed: [...] }
  trial jsonb,
  primary key (district_code, edition_id)
);
create unique index one_edition_in_force on kg.edition (district_code) where status = 'inForce';
call kg.protect('kg.edition');
create policy all_of_district on kg.edition to kaigong_app using (true) with check ((select kg.asking('reach')) = 'district');
grant select, insert, update on kg.edition to kaigong_app;
