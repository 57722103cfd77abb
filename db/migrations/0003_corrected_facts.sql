ALTER TABLE "correction_notices" ADD COLUMN "corrections" text;--> statement-breakpoint
ALTER TABLE "correction_notices" ADD CONSTRAINT "only_an_answer_corrects_facts" CHECK ("correction_notices"."corrections" is null or "correction_notices"."answer" is not null);--> statement-breakpoint
-- As in 0002, with the corrected facts as a part of the one answer.
create or replace function correction_notices_come_once_and_in_time() returns trigger
language plpgsql
set search_path = public
as $$
declare
  case_office text;
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
  return new;
end;
$$;
