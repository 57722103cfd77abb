-- What 0002 left to the commands alone: notices in time, decisions in time and by the right role, rejections
-- that went through a second person, clocks that fit their case, transfers and submissions that leave traces.

-- The n-th working day after a day that is itself not counted (民法典 art. 201), by the calendar of the tables;
-- the same answer as workingDayAfter in lib/deadlines/rules, which a test holds.
create function working_day_after(day date, working_days integer) returns date
language sql stable
set search_path = public
as $$
  select day + n
  from generate_series(1, 400) n left join calendar_days c on c.date = day + n
  where coalesce(c.kind = 'make-up-working-day', extract(isodow from day + n) < 6)
  order by n offset working_days - 1 limit 1;
$$;
--> statement-breakpoint

-- Until when the one correction notice of a case may be sent: the fifth working day (行政许可法 art. 32 (1) (4)).
create function correction_notice_until(case_id uuid) returns timestamptz
language sql stable
set search_path = public
as $$
  select (working_day_after(d.starts_on, l.working_days) + o.closes_at) at time zone 'Asia/Shanghai'
  from deadlines d
    join applications a on a.id = d.application_id
    join offices o on o.code = a.office_code
    cross join lateral (
      select working_days from time_limits
      where kind = 'correction-notice' and from_date <= (a.accepted_at at time zone 'Asia/Shanghai')::date
      order by from_date desc limit 1
    ) l
  where d.application_id = case_id and d.kind = 'office-must-decide';
$$;
--> statement-breakpoint

create or replace function correction_notices_come_once_and_in_time() returns trigger
language plpgsql
set search_path = public
as $$
declare
  case_office text;
  decide_by timestamptz;
  present timestamptz := date_trunc('milliseconds', service_now());
begin
  if tg_op = 'UPDATE' then
    if old.answered_at is not null
        or to_jsonb(new) - array['answer', 'answered_at', 'corrections']
          <> to_jsonb(old) - array['answer', 'answered_at', 'corrections'] then
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
  select due_at into decide_by from deadlines
    where application_id = new.application_id and kind = 'office-must-decide' and state in ('running', 'paused');
  if decide_by is null or present > decide_by then
    perform refuse('a_notice_comes_before_the_clock_ends', 'the time to decide is over: decide on what there is');
  end if;
  if present > correction_notice_until(new.application_id) then
    perform refuse('a_notice_comes_within_its_first_days', 'a correction notice comes within the first working days');
  end if;
  return new;
end;
$$;
--> statement-breakpoint

create function rejection_proposals_are_well_founded() returns trigger
language plpgsql
set search_path = public
as $$
declare
  case_office text;
  case_status text;
  reason rejection_reasons;
begin
  if tg_op = 'UPDATE' then
    if old.answered_at is not null
        or to_jsonb(new) - array['answered_at', 'answered_by_id', 'outcome', 'return_note']
          <> to_jsonb(old) - array['answered_at', 'answered_by_id', 'outcome', 'return_note'] then
      perform refuse('a_proposal_is_answered_once_and_never_edited', 'a proposal is answered once and never edited');
    end if;
    return new;
  end if;
  select office_code, status into case_office, case_status from applications where id = new.application_id;
  select * into reason from rejection_reasons where id = new.reason_id;
  if case_status <> 'accepted' then
    perform refuse('only_an_accepted_case_is_proposed_for_rejection', format('a case that is %s cannot be refused', case_status));
  end if;
  if reason.retired_at is not null then
    perform refuse('a_rejection_has_a_published_reason', 'this reason was retired');
  end if;
  if reason.needs_correction_notice
      and not exists (select from correction_notices where application_id = new.application_id) then
    perform refuse('this_reason_needs_a_correction_notice_first', 'the applicant was not told once what is missing');
  end if;
  if reason.needs_hearing and new.hearing is null then
    perform refuse('this_reason_needs_the_applicant_heard', 'the applicant was not heard (陈述申辩)');
  end if;
  if not staff_serves_office(new.proposed_by_id, case_office) then
    perform refuse('a_proposal_comes_from_the_office_of_the_case', 'the proposer does not serve the office of the case');
  end if;
  if staff_is_party(new.proposed_by_id, new.application_id) then
    perform refuse('nobody_handles_a_case_they_are_party_to', 'the proposer is a party to the case');
  end if;
  return new;
end;
$$;
--> statement-breakpoint
create trigger rejection_proposals_are_well_founded before insert or update on rejection_proposals
  for each row execute function rejection_proposals_are_well_founded();
--> statement-breakpoint

-- The role of who decides, and the way that a rejection took; beside decisions_are_made_by_the_right_people.
create function decisions_are_made_the_right_way() returns trigger
language plpgsql
set search_path = public
as $$
declare
  decider_role text;
begin
  select role into decider_role from staff where id = new.decided_by_id;
  if decider_role not in ('officer', 'supervisor') then
    perform refuse('a_decision_is_made_by_an_officer_or_supervisor', format('a %s decides no case', decider_role));
  end if;
  if new.basis in ('review-upheld', 'complaint-upheld', 'office-corrected') and decider_role <> 'supervisor' then
    perform refuse('a_rejection_is_set_right_by_a_supervisor', 'a rejection is set right by a supervisor');
  end if;
  if new.outcome = 'rejected' and not exists (
    select from rejection_proposals p
    where p.application_id = new.application_id and p.reason_id = new.reason_id and p.outcome = 'confirmed'
      and p.proposed_by_id = new.decided_by_id and p.answered_by_id = new.confirmed_by_id
  ) then
    perform refuse('a_rejection_follows_a_confirmed_proposal', 'no such proposal was confirmed by that second person');
  end if;
  return new;
end;
$$;
--> statement-breakpoint
create trigger decisions_are_made_the_right_way before insert on decisions
  for each row execute function decisions_are_made_the_right_way();
--> statement-breakpoint

-- At the end of the transaction: the case is what its standing decision says, and the decision came in time.
create function a_decision_fits_its_case() returns trigger
language plpgsql
set search_path = public
as $$
declare
  case_status text;
  standing text;
  clock text;
begin
  select status into case_status from applications where id = new.application_id;
  select outcome into standing from decisions where application_id = new.application_id and set_aside_at is null;
  if case_status in ('registered', 'rejected') and standing is null then
    perform refuse('a_decided_case_has_its_decision', format('a case that is %s has such a standing decision', case_status));
  end if;
  if standing is not null and standing <> case_status then
    perform refuse('a_decision_moves_its_case', format('the case is %s and its decision says %s', case_status, standing));
  end if;
  if tg_op = 'INSERT' and new.basis in ('decided', 'deemed-by-lapse') then
    select state into clock from deadlines where application_id = new.application_id and kind = 'office-must-decide';
    if clock is distinct from (case new.basis when 'decided' then 'met' else 'lapsed' end) then
      perform refuse('a_decision_comes_in_time', format('the clock of the office is %s', coalesce(clock, 'missing')));
    end if;
  end if;
  return null;
end;
$$;
--> statement-breakpoint
create constraint trigger a_decision_fits_its_case after insert or update on decisions
  deferrable initially deferred for each row execute function a_decision_fits_its_case();
--> statement-breakpoint

-- The same promise as an_open_case_has_a_running_clock, held from the side of the clocks.
create function the_clocks_fit_their_case() returns trigger
language plpgsql
set search_path = public
as $$
declare
  wanted text;
  running text;
begin
  select case status when 'accepted' then 'office-must-decide' when 'correction_requested' then 'applicant-must-answer' end
    into wanted from applications where id = new.application_id;
  select kind into running from deadlines where application_id = new.application_id and state = 'running';
  if wanted is distinct from running then
    perform refuse('an_open_case_has_one_running_clock',
      format('the running clock should be %s and is %s', coalesce(wanted, 'none'), coalesce(running, 'none')));
  end if;
  if new.state = 'lapsed' and new.kind = 'office-must-decide'
      and not exists (select from supervision_records where deadline_id = new.id) then
    perform refuse('a_lapse_opens_a_supervision_record', 'an office whose clock ran out has its supervision record');
  end if;
  return null;
end;
$$;
--> statement-breakpoint
create constraint trigger the_clocks_fit_their_case after insert or update of state on deadlines
  deferrable initially deferred for each row execute function the_clocks_fit_their_case();
--> statement-breakpoint

-- A due time moves for three reasons only: the clock went on after a pause, was extended, or a new calendar came.
create function deadlines_are_moved_for_a_reason() returns trigger
language plpgsql
set search_path = public
as $$
declare
  longest integer;
begin
  if new.due_at <> old.due_at and new.moved_from is null
      and not (old.state = 'paused' and new.state = 'running')
      and new.extension_working_days is not distinct from old.extension_working_days then
    perform refuse('a_due_time_moves_for_a_reason', 'neither a pause, an extension nor a new calendar moved it');
  end if;
  if new.lapsed_at is distinct from old.lapsed_at and new.lapsed_at > service_now() then
    perform refuse('nothing_lapses_before_it_is_due', 'a lapse in the future');
  end if;
  if old.extension_working_days is null and new.extension_working_days is not null then
    select working_days into longest from time_limits
      where kind = 'extension' and from_date <= (new.started_at at time zone 'Asia/Shanghai')::date
      order by from_date desc limit 1;
    if new.extension_working_days not between 1 and longest then
      perform refuse('an_extension_has_its_longest', format('an extension has %s working days at most', longest));
    end if;
    if not staff_serves_office(new.extended_by_id, new.office_code)
        or not exists (select from staff where id = new.extended_by_id and role = 'supervisor') then
      perform refuse('an_extension_is_granted_by_a_supervisor', 'only a supervisor of the office extends its clock');
    end if;
    if old.state <> 'running' or date_trunc('milliseconds', service_now()) > old.due_at then
      perform refuse('an_extension_comes_before_the_end', 'a clock that does not run any more is not extended');
    end if;
  end if;
  return new;
end;
$$;
--> statement-breakpoint
create trigger deadlines_are_moved_for_a_reason before update on deadlines
  for each row execute function deadlines_are_moved_for_a_reason();
--> statement-breakpoint

-- A case goes to another office while it is open, with its clock, and leaves an event (首接责任制).
create function a_transfer_is_accounted_for() returns trigger
language plpgsql
set search_path = public
as $$
begin
  if new.status not in ('accepted', 'correction_requested') then
    perform refuse('only_an_open_case_is_transferred', format('a case that is %s stays with its office', new.status));
  end if;
  if not exists (
    select from application_events e
    where e.application_id = new.id and e.name = 'transfer' and e.transaction_id = pg_current_xact_id()::text
  ) then
    perform refuse('a_transfer_leaves_an_event', 'the change of office left no event in its transaction');
  end if;
  if exists (
    select from deadlines d join applications a on a.id = d.application_id
    where d.application_id = new.id and d.state in ('running', 'paused') and d.office_code <> a.office_code
  ) then
    perform refuse('the_clock_goes_with_its_case', 'the clock of the case stayed with the other office');
  end if;
  return null;
end;
$$;
--> statement-breakpoint
create constraint trigger a_transfer_is_accounted_for after update of office_code on applications
  deferrable initially deferred for each row
  when (old.status <> 'draft' and old.office_code is distinct from new.office_code)
  execute function a_transfer_is_accounted_for();
--> statement-breakpoint

-- Submission is acceptance: what is accepted names its applicant and is signed.
create function an_accepted_application_is_complete() returns trigger
language plpgsql
set search_path = public
as $$
begin
  if not exists (select from application_parties where application_id = new.id and role = 'applicant') then
    perform refuse('an_accepted_application_has_its_applicant', 'an accepted application names its applicant');
  end if;
  if not exists (select from commitment_signatures where application_id = new.id) then
    perform refuse('an_accepted_application_is_signed', 'an accepted application is signed');
  end if;
  return null;
end;
$$;
--> statement-breakpoint
create constraint trigger an_accepted_application_is_complete after update of status on applications
  deferrable initially deferred for each row when (old.status = 'draft' and new.status = 'accepted')
  execute function an_accepted_application_is_complete();
--> statement-breakpoint

create function a_certificate_has_its_registration() returns trigger
language plpgsql
set search_path = public
as $$
begin
  if not exists (
    select from applications where id = new.application_id and status = 'registered' and office_code = new.office_code
  ) then
    perform refuse('a_certificate_has_its_registration', 'a certificate is issued for a registered case by its office');
  end if;
  return null;
end;
$$;
--> statement-breakpoint
create constraint trigger a_certificate_has_its_registration after insert on certificates
  deferrable initially deferred for each row execute function a_certificate_has_its_registration();
--> statement-breakpoint

create function supervision_records_are_only_closed() returns trigger
language plpgsql
set search_path = public
as $$
begin
  if old.closed_at is not null
      or to_jsonb(new) - array['closed_at', 'closed_by_id', 'finding']
        <> to_jsonb(old) - array['closed_at', 'closed_by_id', 'finding'] then
    perform refuse('a_supervision_record_is_closed_once_and_never_edited', 'a supervision record is closed once, not edited');
  end if;
  return new;
end;
$$;
--> statement-breakpoint
create trigger supervision_records_are_only_closed before update on supervision_records
  for each row execute function supervision_records_are_only_closed();
--> statement-breakpoint

-- What the history of a case rests on is never taken away; `..._are_never_deleted` names the table.
create function refuse_to_delete() returns trigger
language plpgsql
set search_path = public
as $$
begin
  perform refuse(tg_table_name || '_are_never_deleted', format('%s are never deleted', tg_table_name));
  return null;
end;
$$;
--> statement-breakpoint
do $$
declare
  kept text;
begin
  foreach kept in array array['decisions', 'correction_notices', 'deadlines', 'supervision_records', 'rejection_proposals'] loop
    execute format('create trigger %I before delete on %I for each row execute function refuse_to_delete()',
      kept || '_are_never_deleted', kept);
  end loop;
  foreach kept in array array['decisions', 'correction_notices', 'deadlines', 'supervision_records',
      'rejection_proposals', 'certificates', 'commitment_signatures', 'applications', 'rejection_reasons'] loop
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_to_delete()',
      kept || '_are_never_emptied', kept);
  end loop;
end;
$$;
