-- A new calendar moves deadlines without anybody's act: the system, which is nobody of no agency, writes the rows of open cases anew.
create policy followed_by_system on kg.case_file for update to kaigong_app
  using ((select kg.asking('person')) is null and (select kg.asking('agency')) is null
    and (select kg.asking('reach')) = 'district' and is_open)
  with check ((select kg.asking('person')) is null and (select kg.asking('agency')) is null
    and (select kg.asking('reach')) = 'district');
