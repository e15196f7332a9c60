-- Where somebody wants mail: their own setting, seen by themselves and by the system that sends it, by no administrator.
create table kg.mail_address (
  district_code text not null references kg.district,
  person_id uuid not null,
  address text not null,
  primary key (district_code, person_id),
  foreign key (district_code, person_id) references kg.person
);
call kg.protect('kg.mail_address');
create policy own on kg.mail_address to kaigong_app
  using (person_id::text = (select kg.asking('person'))) with check (person_id::text = (select kg.asking('person')));
create policy sent_to on kg.mail_address for select to kaigong_app
  using ((select kg.asking('person')) is null and (select kg.asking('agency')) is null and (select kg.asking('reach')) = 'district');
grant select, insert, update, delete on kg.mail_address to kaigong_app;
create index notice_unmailed on kg.notice (district_code, person_id) where mailed_at is null and read_at is null;
