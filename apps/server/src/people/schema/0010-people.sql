-- People of a district, and the companies that some of them belong to.
create table kg.company (
  district_code text not null references kg.district,
  company_id uuid not null,
  name text not null,
  name_key text not null,
  credit_code text not null,
  synthetic boolean not null default false,
  primary key (district_code, company_id),
  unique (district_code, credit_code)
);
call kg.protect('kg.company');
create policy visible on kg.company to kaigong_app
  using ((select kg.asking('reach')) in ('district', 'involved') or company_id::text = (select kg.asking('company')))
  with check ((select kg.asking('reach')) in ('district', 'involved'));
grant select, insert, update on kg.company to kaigong_app;
grant select on kg.company to kaigong_signin;

create table kg.person (
  district_code text not null references kg.district,
  person_id uuid not null,
  version integer not null default 1,
  name text not null,
  name_key text not null,
  phone_masked text,
  id_number_masked text,
  agency_id text,
  company_id uuid,
  roles text[] not null,
  active boolean not null default true,
  account text,
  last_sign_in timestamptz,
  synthetic boolean not null default false,
  primary key (district_code, person_id),
  foreign key (district_code, company_id) references kg.company
);
call kg.protect('kg.person');
create policy visible on kg.person to kaigong_app
  using ((select kg.asking('reach')) in ('district', 'involved')
    or person_id::text = (select kg.asking('person'))
    or company_id::text = (select kg.asking('company')))
  with check ((select kg.asking('reach')) = 'district');
grant select, insert, update on kg.person to kaigong_app;
-- Signing in asks who somebody is before there is a district to ask in.
create policy to_sign_in on kg.person to kaigong_signin using (true) with check (true);
create policy to_sign_in on kg.company to kaigong_signin using (true) with check (true);
grant select, update (last_sign_in) on kg.person to kaigong_signin;

-- Whole numbers of telephones and identity cards: only for a transaction that has recorded why.
create table kg.person_private (
  district_code text not null references kg.district,
  person_id uuid not null,
  phone text,
  id_number text,
  primary key (district_code, person_id),
  foreign key (district_code, person_id) references kg.person
);
call kg.protect('kg.person_private');
create policy unmasked on kg.person_private for select to kaigong_app using ((select kg.asking('unmask')) = 'recorded');
create policy written on kg.person_private for insert to kaigong_app with check ((select kg.asking('reach')) = 'district');
create policy corrected on kg.person_private for update to kaigong_app
  using ((select kg.asking('reach')) = 'district') with check ((select kg.asking('reach')) = 'district');
grant select, insert, update on kg.person_private to kaigong_app;

-- Credentials. Global: an account is found before its district is known. Only the sign-in role reaches this schema.
create table account.account (
  account_id uuid primary key,
  name text not null unique,
  password_hash text,
  totp_secret text,
  totp_confirmed boolean not null default false,
  totp_last_step bigint not null default 0,
  failures integer not null default 0,
  locked_until timestamptz,
  -- Told on the terminal at the first start: good for nothing but setting a password of one's own.
  one_time boolean not null default false,
  -- No foreign key: the name is taken first, in this schema, and given back where the person cannot be registered.
  district_code text not null,
  person_id uuid not null
);
create index account_of_person on account.account (district_code, person_id);
create table account.session (
  token_hash text primary key,
  csrf text not null,
  district_code text not null,
  person_id uuid not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  agent text not null,
  foreign key (district_code, person_id) references kg.person
);
create index session_of_person on account.session (district_code, person_id);
create table account.api_token (
  token_id uuid primary key,
  token_hash text not null unique,
  name text not null,
  scopes text[] not null,
  district_code text not null,
  person_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  foreign key (district_code, person_id) references kg.person
);
create table account.oidc_identity (
  provider text not null,
  subject text not null,
  district_code text not null,
  person_id uuid not null,
  -- No foreign key: it is kept while the person is being registered, by another role.
  primary key (provider, subject)
);
create table account.oidc_attempt (
  state_hash text primary key,
  provider text not null,
  verifier text not null,
  nonce text not null,
  return_to text not null,
  expires_at timestamptz not null
);
grant select, insert, update, delete on all tables in schema account to kaigong_signin;
