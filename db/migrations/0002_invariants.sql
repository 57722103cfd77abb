-- What the tables refuse whatever code forgets. Each refusal carries a constraint's name that says why.

insert into service_clock ("only") values (true);
--> statement-breakpoint

-- Time travel for tests and the demo. Only the demo's roles get the right to call it (db/roles.ts).
create function set_service_clock_ahead(new_ahead interval) returns timestamptz
language plpgsql security definer
set search_path = public
as $$
begin
  update service_clock set ahead = new_ahead;
  return now() + new_ahead;
end;
$$;
--> statement-breakpoint
revoke all on function set_service_clock_ahead(interval) from public;
--> statement-breakpoint

create sequence application_references as integer minvalue 1 maxvalue 99999 cycle;
--> statement-breakpoint

create function refuse(constraint_name text, why text) returns void
language plpgsql
as $$
begin
  raise exception '%', why using errcode = 'check_violation', constraint = constraint_name;
end;
$$;
--> statement-breakpoint

-- State by transition, never by assignment (DESIGN §3).
create function applications_follow_the_transition_table() returns trigger
language plpgsql
set search_path = public
as $$
begin
  if tg_op = 'INSERT' then
    if new.status <> 'draft' then
      perform refuse('an_application_begins_as_a_draft', 'an application begins as a draft');
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    if old.status <> 'draft' then
      perform refuse('only_a_draft_is_deleted', 'a submitted application is never deleted');
    end if;
    return old;
  end if;
  if new.status <> old.status and not exists (
    select from application_transitions t where t.from_status = old.status and t.to_status = new.status
  ) then
    perform refuse('status_follows_the_transition_table',
      format('no transition leads from %s to %s', old.status, new.status));
  end if;
  if old.reference is not null and (new.reference is distinct from old.reference
      or new.accepted_at is distinct from old.accepted_at or new.resident_id is distinct from old.resident_id) then
    perform refuse('reference_applicant_and_acceptance_stay', 'reference, applicant and acceptance never change');
  end if;
  if old.first_contact_id is not null and new.first_contact_id is distinct from old.first_contact_id
      and new.office_code = old.office_code then
    perform refuse('the_first_contact_stays', 'the first officer of a case stays its contact (首问负责)');
  end if;
  return new;
end;
$$;
--> statement-breakpoint
create trigger applications_follow_the_transition_table before insert or update or delete on applications
  for each row execute function applications_follow_the_transition_table();
--> statement-breakpoint

-- At the end of the transaction: a changed status has left its event, and a decided case has its decision.
create function a_status_change_is_accounted_for() returns trigger
language plpgsql
set search_path = public
as $$
begin
  if not exists (
    select from application_events e
    where e.application_id = new.id and e.from_status = old.status and e.to_status = new.status
      and e.transaction_id = pg_current_xact_id()::text
  ) then
    perform refuse('a_status_change_leaves_an_event',
      format('the change from %s to %s left no event in its transaction', old.status, new.status));
  end if;
  if new.status in ('registered', 'rejected') and not exists (
    select from decisions d
    where d.application_id = new.id and d.outcome = new.status and d.set_aside_at is null
  ) then
    perform refuse('a_decided_case_has_its_decision', format('a case that is %s has such a standing decision', new.status));
  end if;
  if new.status = 'correction_requested' and not exists (
    select from correction_notices n where n.application_id = new.id and n.answered_at is null
  ) then
    perform refuse('a_correction_has_its_notice', 'a case that waits for a correction has an unanswered notice');
  end if;
  return null;
end;
$$;
--> statement-breakpoint
create constraint trigger a_status_change_is_accounted_for after update of status on applications
  deferrable initially deferred for each row when (old.status is distinct from new.status)
  execute function a_status_change_is_accounted_for();
--> statement-breakpoint

create function staff_serves_office(staff_id uuid, office_code text) returns boolean
language sql stable
set search_path = public
as $$
  select exists (
    select from staff s join staff_offices o on o.staff_id = s.id
    where s.id = $1 and s.active and o.office_code = $2
  );
$$;
--> statement-breakpoint

create function staff_is_party(staff_id uuid, application_id uuid) returns boolean
language sql stable
set search_path = public
as $$
  select exists (
    select from staff s join application_parties p on p.document_number_lookup = s.id_number_lookup
    where s.id = $1 and p.application_id = $2
  );
$$;
--> statement-breakpoint

-- Who may decide: somebody of the office that has the case, never a party to it; confirmed by a supervisor.
create function decisions_are_made_by_the_right_people() returns trigger
language plpgsql
set search_path = public
as $$
declare
  case_office text;
  case_status text;
  person uuid;
begin
  select office_code, status into case_office, case_status from applications where id = new.application_id;
  if new.office_code is distinct from case_office then
    perform refuse('a_decision_is_made_by_the_office_of_the_case', 'the decision names another office than the case');
  end if;
  foreach person in array array_remove(array[new.decided_by_id, new.confirmed_by_id], null) loop
    if not staff_serves_office(person, case_office) then
      perform refuse('a_decision_is_made_by_the_office_of_the_case', 'the deciding person does not serve the office of the case');
    end if;
    if staff_is_party(person, new.application_id) then
      perform refuse('nobody_decides_a_case_they_are_party_to', 'the deciding person is a party to the case');
    end if;
  end loop;
  if new.outcome = 'rejected' then
    if not exists (select from staff where id = new.confirmed_by_id and role = 'supervisor') then
      perform refuse('a_rejection_is_confirmed_by_a_supervisor', 'the second person of a rejection is a supervisor');
    end if;
    if exists (select from rejection_reasons where id = new.reason_id and needs_correction_notice)
        and not exists (select from correction_notices where application_id = new.application_id) then
      perform refuse('this_reason_needs_a_correction_notice_first', 'the applicant was not told once what is missing');
    end if;
  end if;
  return new;
end;
$$;
--> statement-breakpoint
create trigger decisions_are_made_by_the_right_people before insert on decisions
  for each row execute function decisions_are_made_by_the_right_people();
--> statement-breakpoint

-- A decision is set aside, never edited.
create function decisions_are_only_set_aside() returns trigger
language plpgsql
as $$
begin
  if old.set_aside_at is not null or new.set_aside_at is null
      or to_jsonb(new) - 'set_aside_at' <> to_jsonb(old) - 'set_aside_at' then
    perform refuse('a_decision_is_never_edited', 'a decision may be set aside once, not edited');
  end if;
  return new;
end;
$$;
--> statement-breakpoint
create trigger decisions_are_only_set_aside before update on decisions
  for each row execute function decisions_are_only_set_aside();
--> statement-breakpoint

create function correction_notices_come_once_and_in_time() returns trigger
language plpgsql
set search_path = public
as $$
declare
  case_office text;
begin
  if tg_op = 'UPDATE' then
    if old.answered_at is not null
        or to_jsonb(new) - array['answer', 'answered_at'] <> to_jsonb(old) - array['answer', 'answered_at'] then
      perform refuse('a_notice_is_answered_once_and_never_edited', 'a correction notice is answered once and never edited');
    end if;
    return new;
  end if;
  select office_code into case_office from applications where id = new.application_id;
  if not staff_serves_office(new.sent_by_id, case_office) then
    perform refuse('a_notice_comes_from_the_office_of_the_case', 'the notice was sent by somebody of another office');
  end if;
  if staff_is_party(new.sent_by_id, new.application_id) then
    perform refuse('nobody_handles_a_case_they_are_party_to', 'the sender is a party to the case');
  end if;
  return new;
end;
$$;
--> statement-breakpoint
create trigger correction_notices_come_once_and_in_time before insert or update on correction_notices
  for each row execute function correction_notices_come_once_and_in_time();
--> statement-breakpoint

-- A reason's text stays; it may only be retired.
create function rejection_reasons_are_only_retired() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'DELETE' or old.retired_at is not null
      or to_jsonb(new) - 'retired_at' <> to_jsonb(old) - 'retired_at' then
    perform refuse('a_published_reason_is_only_retired', 'a published reason is retired, never edited or deleted');
  end if;
  return new;
end;
$$;
--> statement-breakpoint
create trigger rejection_reasons_are_only_retired before update or delete on rejection_reasons
  for each row execute function rejection_reasons_are_only_retired();
--> statement-breakpoint

-- What a certificate says is frozen at issue; only its status may change, and never back to valid.
create function certificates_stay_as_issued() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'DELETE' then
    perform refuse('a_certificate_is_never_deleted', 'every certificate ever issued stays retrievable');
  end if;
  if to_jsonb(new) - array['status', 'status_since'] <> to_jsonb(old) - array['status', 'status_since'] then
    perform refuse('a_certificate_stays_as_issued', 'a certificate is frozen at issue');
  end if;
  if old.status <> 'valid' and new.status <> old.status then
    perform refuse('an_ended_certificate_stays_ended', 'a revoked or replaced certificate stays so');
  end if;
  return new;
end;
$$;
--> statement-breakpoint
create trigger certificates_stay_as_issued before update or delete on certificates
  for each row execute function certificates_stay_as_issued();
--> statement-breakpoint

-- Append-only logs: not even the owner edits them by a slip.
create function refuse_to_rewrite() returns trigger
language plpgsql
as $$
begin
  perform refuse(tg_table_name || '_are_append_only', format('%s are append-only', tg_table_name));
  return null;
end;
$$;
--> statement-breakpoint
create trigger application_events_are_append_only before update or delete on application_events
  for each row execute function refuse_to_rewrite();
--> statement-breakpoint
create trigger application_events_are_never_emptied before truncate on application_events
  for each statement execute function refuse_to_rewrite();
--> statement-breakpoint
create trigger audit_events_are_append_only before update or delete on audit_events
  for each row execute function refuse_to_rewrite();
--> statement-breakpoint
create trigger audit_events_are_never_emptied before truncate on audit_events
  for each statement execute function refuse_to_rewrite();
--> statement-breakpoint
create trigger commitment_signatures_are_append_only before update or delete on commitment_signatures
  for each row execute function refuse_to_rewrite();
--> statement-breakpoint

-- A deadline that has ended stays ended, and its start never moves.
create function deadlines_move_forward() returns trigger
language plpgsql
as $$
begin
  if old.state in ('met', 'lapsed', 'cancelled') and new.state <> old.state then
    perform refuse('an_ended_deadline_stays_ended', format('a deadline that was %s stays so', old.state));
  end if;
  if new.started_at <> old.started_at or new.kind <> old.kind or new.application_id <> old.application_id then
    perform refuse('a_deadline_keeps_its_start', 'the start of a deadline never moves');
  end if;
  if old.extension_working_days is not null and new.extension_working_days is distinct from old.extension_working_days then
    perform refuse('a_deadline_is_extended_once', 'a deadline is extended once');
  end if;
  return new;
end;
$$;
--> statement-breakpoint
create trigger deadlines_move_forward before update on deadlines
  for each row execute function deadlines_move_forward();
--> statement-breakpoint

-- Every open case has exactly one running clock at the end of each transaction that touches it.
create function an_open_case_has_a_running_clock() returns trigger
language plpgsql
set search_path = public
as $$
declare
  wanted text;
  running text;
begin
  select case a.status when 'accepted' then 'office-must-decide' when 'correction_requested' then 'applicant-must-answer' end
    into wanted from applications a where a.id = coalesce(new.id, old.id);
  select d.kind into running from deadlines d where d.application_id = new.id and d.state = 'running';
  if wanted is distinct from running then
    perform refuse('an_open_case_has_one_running_clock',
      format('the running clock should be %s and is %s', coalesce(wanted, 'none'), coalesce(running, 'none')));
  end if;
  return null;
end;
$$;
--> statement-breakpoint
create constraint trigger an_open_case_has_a_running_clock after update of status on applications
  deferrable initially deferred for each row when (old.status is distinct from new.status)
  execute function an_open_case_has_a_running_clock();
