ALTER TABLE "retention_rules" DROP CONSTRAINT "retention_units";--> statement-breakpoint
ALTER TABLE "retention_rules" ADD CONSTRAINT "retention_units" CHECK ("retention_rules"."unit" in ('days', 'months', 'years'));--> statement-breakpoint
create or replace function retention_of(which text) returns interval
language sql stable
set search_path = public
as $$
  select case (r).unit when 'days' then make_interval(days => (r).kept_for)
    when 'months' then make_interval(months => (r).kept_for) else make_interval(years => (r).kept_for) end
  from (select retention_in_force(which) as r) rule
$$;
--> statement-breakpoint
create or replace function forget_rows(which text) returns integer
language plpgsql security definer
set search_path = public
as $$
declare
  rule retention_rules := retention_in_force(which);
  before_this timestamptz := service_now() - retention_of(which);
  most constant integer := 5000;
  gone text[];
begin
  perform set_config('registration.erasing', 'yes', true);
  if which = 'notification' then
    with old as (
      select id from notifications n where created_at < before_this
        and not exists (select from notifications c where c.copy_of = n.id) limit most
    ), deleted as (delete from notifications where id in (select id from old) returning id)
    select array_agg(id::text order by id) into gone from deleted;
  elsif which = 'verification' then
    with old as (select id from verifications where at < before_this limit most),
      deleted as (delete from verifications where id in (select id from old) returning id)
    select array_agg(id::text order by id) into gone from deleted;
  elsif which = 'session' then
    -- The newest of each resident stays: by it the account knows when somebody last came.
    with old as (
      select id from sessions s where created_at < before_this and (resident_id is null or exists (
        select from sessions n where n.resident_id = s.resident_id and n.created_at > s.created_at)) limit most
    ), deleted as (delete from sessions where id in (select id from old) returning id)
    select array_agg(id::text order by id) into gone from deleted;
  elsif which = 'print-code' then
    with old as (select id from print_codes where expires_at < before_this limit most),
      deleted as (delete from print_codes where id in (select id from old) returning id)
    select array_agg(id::text order by id) into gone from deleted;
  elsif which = 'status-share' then
    with old as (select id from status_shares where expires_at < before_this limit most),
      deleted as (delete from status_shares where id in (select id from old) returning id)
    select array_agg(id::text order by id) into gone from deleted;
  elsif which = 'attachment' then
    -- From the end of its case: as long as that is open, what was shown stays as it was shown.
    with old as (
      select t.id from attachments t join applications a on a.id = t.application_id
      where a.ended_at < before_this limit most
    ), deleted as (delete from attachments where id in (select id from old) returning id)
    select array_agg(id::text order by id) into gone from deleted;
  else
    perform refuse('only_listed_rows_are_forgotten', format('nothing of the kind %s is forgotten this way', which));
  end if;
  perform set_config('registration.erasing', '', true);
  if gone is null then
    return 0;
  end if;
  insert into audit_events (action, details) values ('records-erased', jsonb_build_object('kind', which,
    'ruleFrom', rule.from_date, 'rows', cardinality(gone), 'sha256', chain_sha256(array_to_string(gone, E'\n'))));
  return cardinality(gone);
end;
$$;
