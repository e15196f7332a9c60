-- One row in a database that holds the demonstration: when it was seeded, so that its clock goes on through restarts.
create table kg.demo (
  one boolean primary key default true check (one),
  seeded_at timestamptz not null
);
grant select, insert on kg.demo to kaigong_app;
-- Seeding puts districts in; an operator does it by hand.
grant insert on kg.district to kaigong_app;
