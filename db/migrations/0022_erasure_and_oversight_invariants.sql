-- What is kept no longer than its rule says goes by the functions below and by nothing else. They belong to the
-- owner, decide by the tables whether the time has come, and write the proof themselves. The application's role
-- may call them and gets no right to delete.

-- True only inside these functions: a setting that anybody could make, together with a right that the owner has.
create function erasing_now() returns boolean
language sql stable
as $$
  select coalesce(current_setting('registration.erasing', true), '') = 'yes'
    and has_table_privilege('public.application_events', 'update')
$$;
--> statement-breakpoint

-- The rule in force today; a shorter one reaches what is already there.
create function retention_in_force(which text) returns retention_rules
language sql stable
set search_path = public
as $$
  select r from retention_rules r
  where r.kind = which and r.from_date <= (service_now() at time zone 'Asia/Shanghai')::date
  order by r.from_date desc limit 1
$$;
--> statement-breakpoint
create function retention_of(which text) returns interval
language sql stable
set search_path = public
as $$
  select case (r).unit when 'days' then make_interval(days => (r).kept_for) else make_interval(years => (r).kept_for) end
  from (select retention_in_force(which) as r) rule
$$;
--> statement-breakpoint
create function retention_kind_of(status text) returns text
language sql immutable
as $$
  select case status when 'withdrawn' then 'ended-application' when 'closed' then 'ended-application'
    when 'rejected' then 'rejected-application' when 'registered' then 'registered-application' end
$$;
--> statement-breakpoint

-- What history keeps from being changed gives way to an erasure alone.
do $$
declare
  kept record;
  definition text;
begin
  for kept in
    select t.oid, t.tgname, c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'public'::regnamespace and not t.tgisinternal and t.tgconstraint = 0 and t.tgqual is null
      and t.tgtype & 3 = 3 and t.tgtype & 24 <> 0
      and c.relname in ('application_events', 'application_parties', 'attachment_pages', 'attachments',
        'certificate_papers', 'certificates', 'commitment_signatures', 'complaints', 'correction_notices', 'deadlines',
        'decisions', 'extension_requests', 'messages', 'phone_changes', 'print_codes', 'rejection_proposals',
        'residents', 'revocation_hearings', 'status_shares', 'supervision_records')
  loop
    definition := pg_get_triggerdef(kept.oid);
    execute format('drop trigger %I on %I', kept.tgname, kept.relname);
    execute replace(definition, ' EXECUTE FUNCTION', ' WHEN (not erasing_now()) EXECUTE FUNCTION');
  end loop;
end;
$$;
--> statement-breakpoint

-- That something was erased is said by these functions alone.
create function erasure_has_its_own_way() returns trigger
language plpgsql
set search_path = public
as $$
begin
  if new.erased_at is distinct from old.erased_at and not erasing_now() then
    perform refuse('erasure_has_its_own_way', 'what is erased is erased by its function, in its time');
  end if;
  return new;
end;
$$;
--> statement-breakpoint
create trigger erasure_has_its_own_way before update of erased_at on applications
  for each row execute function erasure_has_its_own_way();
--> statement-breakpoint
create trigger erasure_has_its_own_way before update of erased_at on residents
  for each row execute function erasure_has_its_own_way();
--> statement-breakpoint

-- Carries out the plan for one case or account. An emptied text opens as the empty text (db/personal-data.ts).
create function carry_out_erasure(erased uuid, ways text[]) returns integer
language plpgsql
set search_path = public
as $$
declare
  step erasure_plan;
  which text;
  changed integer;
  total integer := 0;
begin
  for step in select * from erasure_plan where found_by = any(ways) order by position loop
    which := case step.found_by
      when 'certificate_id' then 'certificate_id in (select id from certificates where application_id = $1)'
      else format('%I = $1', step.found_by) end;
    if cardinality(step.emptied) = 0 then
      execute format('delete from %I where %s', step.table_name, which) using erased;
    else
      execute format('update %I set %s where %s', step.table_name,
        (select string_agg(format('%1$I = case when %1$I is not null then ''erased'' end', emptied_column), ', ')
          from unnest(step.emptied) emptied_column), which) using erased;
    end if;
    get diagnostics changed = row_count;
    total := total + changed;
  end loop;
  return total;
end;
$$;
--> statement-breakpoint
revoke all on function carry_out_erasure(uuid, text[]) from public;
--> statement-breakpoint

-- Erases an ended case: because its retention has run out, or because its applicant asks and no law has it kept.
-- Of the words in its log the digests stay, so that the chain still holds; its chain of audit events says that it
-- was erased, by which rule and how many rows.
create function erase_case(case_id uuid, asked_by uuid default null) returns boolean
language plpgsql security definer
set search_path = public
as $$
declare
  found applications;
  rule retention_rules;
  rows_changed integer;
begin
  select * into found from applications where id = case_id for update;
  if found.id is null or found.erased_at is not null then
    return false;
  end if;
  if found.ended_at is null then
    perform refuse('only_an_ended_application_is_erased', 'an open case is not erased');
  end if;
  if exists (select from complaints where application_id = case_id and answered_at is null)
      or exists (select from revocation_hearings h join certificates c on c.id = h.certificate_id
        where c.application_id = case_id and h.decided_at is null) then
    perform refuse('what_is_still_argued_about_is_kept', 'a complaint or a hearing of this case is open');
  end if;
  rule := retention_in_force(retention_kind_of(found.status));
  if service_now() < found.ended_at + retention_of(rule.kind) and (
      rule.asked_by_law or asked_by is null
      or asked_by not in (found.resident_id, coalesce(found.principal_resident_id, found.resident_id))) then
    perform refuse('a_case_is_kept_as_long_as_its_rule_says', format('the rule for %s has not run out', rule.kind));
  end if;
  perform set_config('registration.erasing', 'yes', true);
  rows_changed := carry_out_erasure(case_id, array['certificate_id', 'application_id']);
  update application_events set note = 'erased.' || chain_sha256(note) where application_id = case_id and note is not null;
  update applications set address = null, birth_certificate_number = null, contact_phone = null,
      contact_phone_lookup = null, stage = null, child_birth_date = null, erased_at = service_now()
    where id = case_id;
  perform set_config('registration.erasing', '', true);
  insert into audit_events (action, application_id, resident_id, details) values ('application-erased', case_id, asked_by,
    jsonb_build_object('kind', rule.kind, 'ruleFrom', rule.from_date, 'rows', rows_changed + 1));
  return true;
end;
$$;
--> statement-breakpoint

-- Erases an account that no kept case needs: at its owner's wish, or when nobody came for as long as its rule says.
create function erase_account(account uuid, asked boolean) returns boolean
language plpgsql security definer
set search_path = public
as $$
declare
  found residents;
  last_seen timestamptz;
  rows_changed integer;
begin
  select * into found from residents where id = account for update;
  if found.id is null or found.erased_at is not null or exists (
      select from applications where account in (resident_id, principal_resident_id)
        and erased_at is null and status <> 'draft')
      or exists (select from data_requests where resident_id = account and answered_at is null) then
    return false;
  end if;
  select max(last_seen_at) into last_seen from sessions where resident_id = account;
  if not asked and greatest(found.created_at, last_seen) + retention_of('account') > service_now() then
    return false;
  end if;
  perform set_config('registration.erasing', 'yes', true);
  delete from applications where resident_id = account and status = 'draft';
  delete from one_time_codes where phone_lookup = found.phone_lookup;
  rows_changed := carry_out_erasure(account, array['resident_id']);
  update residents set phone = 'erased', phone_lookup = id::text, email = null, email_confirmed_at = null,
    email_for = 'nothing', erased_at = service_now() where id = account;
  perform set_config('registration.erasing', '', true);
  insert into audit_events (action, resident_id, details) values ('account-erased', account,
    jsonb_build_object('kind', 'account', 'rows', rows_changed + 1, 'asked', asked));
  return true;
end;
$$;
--> statement-breakpoint

-- Rows that stand alone go once their rule has run out, some thousands at a time. The proof: how many, by which
-- rule, and the digest of their ids in order.
create function forget_rows(which text) returns integer
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
--> statement-breakpoint

-- A consent is taken back by whoever the case is about.
create function a_consent_is_taken_back_by_its_giver() returns trigger
language plpgsql
set search_path = public
as $$
begin
  if not exists (select from applications where id = new.application_id and status <> 'draft'
      and new.resident_id in (resident_id, principal_resident_id)) then
    perform refuse('a_consent_is_taken_back_by_its_giver', 'somebody else gave this consent');
  end if;
  return new;
end;
$$;
--> statement-breakpoint
create trigger a_consent_is_taken_back_by_its_giver before insert on consent_withdrawals
  for each row execute function a_consent_is_taken_back_by_its_giver();
--> statement-breakpoint
create trigger consent_withdrawals_are_append_only before update or delete on consent_withdrawals
  for each row execute function refuse_to_rewrite();
--> statement-breakpoint

create function data_requests_are_answered_once() returns trigger
language plpgsql
set search_path = public
as $$
begin
  if old.answered_at is not null
      or (new.id, new.resident_id, new.kind, new.text, new.asked_at, new.answer_by)
        is distinct from (old.id, old.resident_id, old.kind, old.text, old.asked_at, old.answer_by) then
    perform refuse('a_data_request_is_answered_once_and_never_edited', 'a request is answered once and never edited');
  end if;
  if not exists (select from staff where id = new.answered_by_id and active and role = 'auditor') then
    perform refuse('a_data_request_is_answered_by_an_auditor', 'the auditor answers for personal data');
  end if;
  return new;
end;
$$;
--> statement-breakpoint
create trigger data_requests_are_answered_once before update on data_requests
  for each row when (not erasing_now()) execute function data_requests_are_answered_once();
--> statement-breakpoint

-- Asked for by an auditor; answered once, by another auditor or the county; taken once, by whoever asked.
create function log_exports_take_four_eyes() returns trigger
language plpgsql
set search_path = public
as $$
begin
  if tg_op = 'INSERT' then
    if new.answered_at is not null
        or not exists (select from staff where id = new.requested_by_id and active and role = 'auditor') then
      perform refuse('an_export_is_asked_for_by_an_auditor', 'an auditor asks, somebody else allows');
    end if;
    return new;
  end if;
  if (new.id, new.format, new.filter, new.reason, new.requested_by_id, new.requested_at, new.expires_at) is distinct from
      (old.id, old.format, old.filter, old.reason, old.requested_by_id, old.requested_at, old.expires_at)
      or (old.answered_at is not null and (new.answered_at, new.answered_by_id, new.outcome, new.answer_note)
        is distinct from (old.answered_at, old.answered_by_id, old.outcome, old.answer_note))
      or old.taken_at is not null then
    perform refuse('an_export_is_answered_and_taken_once', 'what was asked, answered and taken stays');
  end if;
  if new.answered_by_id is not null
      and not exists (select from staff where id = new.answered_by_id and role in ('auditor', 'county')) then
    perform refuse('an_export_is_allowed_by_another_auditor_or_the_county', 'this role allows no export');
  end if;
  return new;
end;
$$;
--> statement-breakpoint
create trigger log_exports_take_four_eyes before insert or update on log_exports
  for each row execute function log_exports_take_four_eyes();
--> statement-breakpoint

create function access_alerts_are_closed_once() returns trigger
language plpgsql
set search_path = public
as $$
begin
  if old.closed_at is not null or (new.id, new.rule, new.staff_id, new.span, new.first_at, new.raised_at)
      is distinct from (old.id, old.rule, old.staff_id, old.span, old.first_at, old.raised_at) then
    perform refuse('an_alert_is_closed_once_and_never_edited', 'what was raised stays, and is closed once');
  end if;
  if new.closed_by_id is not null
      and not exists (select from staff where id = new.closed_by_id and role = 'auditor') then
    perform refuse('an_alert_is_closed_by_an_auditor', 'only an auditor closes an alert');
  end if;
  return new;
end;
$$;
--> statement-breakpoint
create trigger access_alerts_are_closed_once before update on access_alerts
  for each row execute function access_alerts_are_closed_once();
