-- A complaint runs on a clock of its own, beside the clock of its case: it never stands in for it or stops it.

create or replace function an_open_case_has_a_running_clock() returns trigger
language plpgsql
set search_path = public
as $$
declare
  wanted text;
  running text;
begin
  select case a.status when 'accepted' then 'office-must-decide' when 'correction_requested' then 'applicant-must-answer' end
    into wanted from applications a where a.id = coalesce(new.id, old.id);
  select d.kind into running from deadlines d
    where d.application_id = new.id and d.state = 'running' and d.kind <> 'complaint-answer';
  if wanted is distinct from running then
    perform refuse('an_open_case_has_one_running_clock',
      format('the running clock should be %s and is %s', coalesce(wanted, 'none'), coalesce(running, 'none')));
  end if;
  return null;
end;
$$;
--> statement-breakpoint

create or replace function the_clocks_fit_their_case() returns trigger
language plpgsql
set search_path = public
as $$
declare
  wanted text;
  running text;
begin
  if new.kind = 'complaint-answer' then
    return null;
  end if;
  select case status when 'accepted' then 'office-must-decide' when 'correction_requested' then 'applicant-must-answer' end
    into wanted from applications where id = new.application_id;
  select kind into running from deadlines
    where application_id = new.application_id and state = 'running' and kind <> 'complaint-answer';
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

-- Who a complaint is about, when it is about a person: the first contact, or whoever decided alone.
create function complaint_is_about(staff_id uuid, application_id uuid) returns boolean
language sql stable
set search_path = public
as $$
  select exists (select from applications a where a.id = $2 and a.first_contact_id = $1)
    or exists (select from decisions d where d.application_id = $2 and d.set_aside_at is null and d.decided_by_id = $1);
$$;
--> statement-breakpoint

-- Filed by the applicant; answered once: by a supervisor of the office in time, afterwards by the county alone.
create function complaints_are_filed_and_answered_once() returns trigger
language plpgsql
set search_path = public
as $$
declare
  case_office text;
  answering_role text;
begin
  if tg_op = 'INSERT' then
    if not exists (
      select from applications where id = new.application_id and resident_id = new.resident_id and status <> 'draft'
    ) then
      perform refuse('a_complaint_comes_from_its_applicant', 'only the applicant of a submitted case complains of it');
    end if;
    if not exists (
      select from deadlines
      where id = new.deadline_id and application_id = new.application_id and kind = 'complaint-answer'
    ) then
      perform refuse('a_complaint_has_a_clock_of_its_own', 'the clock is not one of a complaint of this case');
    end if;
    if new.answered_at is not null or new.escalated_at is not null then
      perform refuse('a_complaint_begins_unanswered', 'a complaint is filed before it is answered or escalated');
    end if;
    return new;
  end if;
  if old.answered_at is not null
      or to_jsonb(new) - array['escalated_at', 'answered_at', 'answered_by_id', 'answer', 'outcome']
        <> to_jsonb(old) - array['escalated_at', 'answered_at', 'answered_by_id', 'answer', 'outcome'] then
    perform refuse('a_complaint_is_answered_once_and_never_edited', 'a complaint is answered once and never edited');
  end if;
  if old.escalated_at is not null and new.escalated_at is distinct from old.escalated_at then
    perform refuse('a_complaint_is_escalated_once', 'a complaint that went to the county stays there');
  end if;
  if new.answered_at is null then
    return new;
  end if;
  select office_code into case_office from applications where id = new.application_id;
  select role into answering_role from staff where id = new.answered_by_id;
  if not staff_serves_office(new.answered_by_id, case_office)
      or answering_role <> (case when new.escalated_at is null then 'supervisor' else 'county' end) then
    perform refuse('a_complaint_is_answered_by_a_supervisor_or_the_county',
      'a supervisor of the office answers in time, afterwards only its county');
  end if;
  if staff_is_party(new.answered_by_id, new.application_id) then
    perform refuse('nobody_handles_a_case_they_are_party_to', 'whoever answers is a party to the case');
  end if;
  if complaint_is_about(new.answered_by_id, new.application_id) then
    perform refuse('nobody_answers_a_complaint_about_themselves', 'whoever answers has handled the case');
  end if;
  return new;
end;
$$;
--> statement-breakpoint
create trigger complaints_are_filed_and_answered_once before insert or update on complaints
  for each row execute function complaints_are_filed_and_answered_once();
--> statement-breakpoint

-- At the end of the transaction: a complaint's clock runs while the office may answer, is met by its answer, and
-- has lapsed if and only if the complaint went to the county.
create function a_complaint_fits_its_clock() returns trigger
language plpgsql
set search_path = public
as $$
declare
  clock uuid;
  wanted text;
  state text;
begin
  if tg_table_name = 'complaints' then
    clock := new.deadline_id;
  else
    clock := new.id;
  end if;
  select case when c.escalated_at is not null then 'lapsed' when c.answered_at is not null then 'met' else 'running' end
    into wanted from complaints c where c.deadline_id = clock;
  select d.state into state from deadlines d where d.id = clock;
  if wanted is distinct from state then
    perform refuse('a_complaint_fits_its_clock',
      format('the clock of the complaint should be %s and is %s', coalesce(wanted, 'none'), state));
  end if;
  return null;
end;
$$;
--> statement-breakpoint
create constraint trigger a_complaint_fits_its_clock after insert or update on complaints
  deferrable initially deferred for each row execute function a_complaint_fits_its_clock();
--> statement-breakpoint
create constraint trigger a_complaint_clock_has_its_complaint after insert or update of state on deadlines
  deferrable initially deferred for each row when (new.kind = 'complaint-answer')
  execute function a_complaint_fits_its_clock();
--> statement-breakpoint
create trigger complaints_are_never_deleted before delete on complaints
  for each row execute function refuse_to_delete();
--> statement-breakpoint
create trigger complaints_are_never_emptied before truncate on complaints
  for each statement execute function refuse_to_delete();
