-- Two roles beside the owner: what the application runs as, and what only the sign-in code runs as. Neither owns anything.
-- (The roles themselves belong to the cluster and are made by migrate.ts, under the lock, with their passwords.)
create schema kg;
create schema account;
grant usage on schema kg to kaigong_app, kaigong_signin;
grant usage on schema account to kaigong_signin;

create table kg.district (
  code text primary key check (code ~ '^\d{6}$'),
  name_zh text not null,
  name_en text not null,
  synthetic boolean not null default false
);
-- The server opens the districts that its settings name, and changes none afterwards.
grant select, insert on kg.district to kaigong_app;
grant select on kg.district to kaigong_signin;

-- Who asks, as set by platform/database/transaction.ts for one transaction. Scalar subselects of these run once a query, not once a row.
create function kg.asking(what text) returns text language sql stable parallel safe
  as $$ select nullif(current_setting('kg.' || what, true), '') $$;

-- Every table of a district: rows of other districts do not exist for the application, whatever a query forgets.
create procedure kg.protect(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy own_district on %s as restrictive to kaigong_app using (district_code = (select kg.asking(''district''))) with check (district_code = (select kg.asking(''district'')))',
    target);
end $$;
