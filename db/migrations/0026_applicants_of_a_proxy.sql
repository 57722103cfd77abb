-- Who speaks for a submitted case: whoever sent it, and the person for whom a proxy sent it, once she has confirmed
-- the mandate (applications.principal_resident_id is set by that alone). Proxy of civil acts: Civil Code art. 161-165.
create or replace function resident_speaks_for_application(resident_id uuid, application_id uuid) returns boolean
language sql stable
set search_path = public
as $$
  select exists (
    select from applications a
    where a.id = $2 and a.status <> 'draft' and $1 in (a.resident_id, a.principal_resident_id)
  );
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
