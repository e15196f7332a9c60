-- One row in a database that holds the demonstration: when it was seeded, so that its clock goes on through restarts. Of no district.
create table public.kaigong_demo (
  one boolean primary key default true check (one),
  seeded_at timestamptz not null
);
grant select, insert on public.kaigong_demo to kaigong_app;
