-- Standing in for a colleague on leave: arranged by the head of the agency, ended once, never removed, since acts were done by it.
create table kg.stand_in (
  district_code text not null references kg.district,
  stand_in_id uuid not null,
  agency_id text not null,
  absent uuid not null,
  deputy uuid not null check (deputy <> absent),
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  ended_on date,
  given_by uuid not null,
  given_at timestamptz not null,
  primary key (district_code, stand_in_id),
  foreign key (district_code, absent) references kg.person,
  foreign key (district_code, deputy) references kg.person
);
create index stand_in_of_deputy on kg.stand_in (district_code, deputy);
call kg.protect('kg.stand_in');
create policy own_agency on kg.stand_in to kaigong_app
  using ((select kg.asking('reach')) = 'district' and agency_id = (select kg.asking('agency')))
  with check ((select kg.asking('reach')) = 'district' and agency_id = (select kg.asking('agency')));
grant select, insert, update (ended_on) on kg.stand_in to kaigong_app;

-- Template phrases of one person, for reasons and opinions.
create table kg.phrase_list (
  district_code text not null references kg.district,
  person_id uuid not null,
  phrases jsonb not null,
  primary key (district_code, person_id),
  foreign key (district_code, person_id) references kg.person
);
call kg.protect('kg.phrase_list');
create policy own on kg.phrase_list to kaigong_app
  using (person_id::text = (select kg.asking('person'))) with check (person_id::text = (select kg.asking('person')));
grant select, insert, update on kg.phrase_list to kaigong_app;
