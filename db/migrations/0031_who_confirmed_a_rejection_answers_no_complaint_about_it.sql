-- Whom a complaint is about, when it is about people: the first contact, who decided, and who confirmed it.
create or replace function complaint_is_about(staff_id uuid, application_id uuid) returns boolean
language sql stable
set search_path = public
as $$
  select exists (select from applications a where a.id = $2 and a.first_contact_id = $1)
    or exists (select from decisions d
      where d.application_id = $2 and d.set_aside_at is null and $1 in (d.decided_by_id, d.confirmed_by_id));
$$;
--> statement-breakpoint

-- Whether an office has somebody to answer who had no part in the case; where not, its county answers at once.
create function office_can_answer(office text, application_id uuid) returns boolean
language sql stable
set search_path = public
as $$
  select exists (select from staff s
    where s.role = 'supervisor' and s.active and staff_serves_office(s.id, $1)
      and not complaint_is_about(s.id, $2) and not staff_is_party(s.id, $2));
$$;
--> statement-breakpoint
create or replace function complaints_are_filed_and_answered_once() returns trigger
language plpgsql
set search_path = public
as $$
declare
  case_office text;
  answering_role text;
begin
  if tg_op = 'INSERT' then
    if not resident_speaks_for_application(new.resident_id, new.application_id) then
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
      or answering_role <> (
        case when new.escalated_at is null and office_can_answer(case_office, new.application_id)
          then 'supervisor' else 'county' end) then
    perform refuse('a_complaint_is_answered_by_a_supervisor_or_the_county',
      'a supervisor of the office who had no part in it answers in time, otherwise only its county');
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
create or replace function ratings_are_given_and_answered_once() returns trigger
language plpgsql
set search_path = public
as $$
declare
  rated applications;
  answering_role text;
begin
  select * into rated from applications where id = new.application_id;
  if tg_op = 'INSERT' then
    if not resident_speaks_for_application(new.resident_id, new.application_id) then
      perform refuse('a_rating_comes_from_its_applicant', 'only who speaks for a submitted case rates it');
    end if;
    if rated.status not in ('registered', 'rejected') then
      perform refuse('a_rating_follows_a_decision', 'a case is rated once it is decided');
    end if;
    if new.office_code is distinct from rated.office_code then
      perform refuse('a_rating_is_of_the_office_that_decided', 'a rating counts for the office of its case');
    end if;
    if new.answered_at is not null then
      perform refuse('a_rating_begins_unanswered', 'a rating is given before it is answered');
    end if;
    return new;
  end if;
  if old.answered_at is not null
      or to_jsonb(new) - array['answered_at', 'answered_by_id', 'answer']
        <> to_jsonb(old) - array['answered_at', 'answered_by_id', 'answer'] then
    perform refuse('a_rating_is_answered_once_and_never_edited', 'a rating is answered once and never edited');
  end if;
  if new.answered_at is null then
    return new;
  end if;
  select role into answering_role from staff where id = new.answered_by_id;
  if not staff_serves_office(new.answered_by_id, new.office_code)
      or not (answering_role = 'supervisor' or (answering_role = 'county'
        and (new.answer_by < service_now() or not office_can_answer(new.office_code, new.application_id)))) then
    perform refuse('a_rating_is_answered_by_a_supervisor_or_late_by_the_county',
      'a supervisor of the rated office answers, and once it is late its county, too');
  end if;
  if staff_is_party(new.answered_by_id, new.application_id) then
    perform refuse('nobody_handles_a_case_they_are_party_to', 'whoever answers is a party to the case');
  end if;
  if complaint_is_about(new.answered_by_id, new.application_id) then
    perform refuse('nobody_answers_a_rating_about_themselves', 'whoever answers has handled the case');
  end if;
  return new;
end;
$$;
