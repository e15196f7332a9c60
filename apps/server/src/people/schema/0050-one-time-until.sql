-- A one-time password that an administrator gives somebody who has forgotten theirs is good for a while only. Null: until it is used.
alter table account.account add column one_time_until timestamptz;
