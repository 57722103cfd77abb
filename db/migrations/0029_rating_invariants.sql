-- 好差评: given once, after the decision, by whoever speaks for the case; a low one is answered once, by a
-- supervisor of the office who did not handle the case, or by the county once the promised time is over.
create function ratings_are_given_and_answered_once() returns trigger
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
      or not (answering_role = 'supervisor' or (answering_role = 'county' and new.answer_by < service_now())) then
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
--> statement-breakpoint
create trigger ratings_are_given_and_answered_once before insert or update on ratings
  for each row when (not erasing_now()) execute function ratings_are_given_and_answered_once();
