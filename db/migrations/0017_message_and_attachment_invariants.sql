-- A message and its writer stay as they were sent; opening and settling are noted once. The applicant writes about
-- an own case, staff for an office that they serve, and nobody who is a party to the case answers for its office.
create function resident_speaks_for_application(resident_id uuid, application_id uuid) returns boolean
language sql stable
set search_path = public
as $$
  select exists (select from applications a where a.id = $2 and a.status <> 'draft' and a.resident_id = $1);
$$;
--> statement-breakpoint
create function messages_stay_as_sent() returns trigger
language plpgsql
set search_path = public
as $$
begin
  if tg_op = 'UPDATE' then
    if (new.id, new.application_id, new.sender, new.resident_id, new.staff_id, new.text, new.sent_at, new.answer_by)
        is distinct from
        (old.id, old.application_id, old.sender, old.resident_id, old.staff_id, old.text, old.sent_at, old.answer_by) then
      perform refuse('a_message_stays_as_sent', 'what was written is not changed afterwards');
    end if;
    if old.read_at is not null and new.read_at is distinct from old.read_at
        or old.settled_at is not null and new.settled_at is distinct from old.settled_at then
      perform refuse('a_message_is_read_and_settled_once', 'when it was first opened and settled stays');
    end if;
    return new;
  end if;
  if new.sender = 'resident' and not resident_speaks_for_application(new.resident_id, new.application_id) then
    perform refuse('a_message_comes_from_its_applicant', 'only the applicant of a submitted case writes about it');
  end if;
  if new.sender = 'office' and (
    not staff_serves_office(new.staff_id, (select office_code from applications where id = new.application_id))
    or staff_is_party(new.staff_id, new.application_id)
  ) then
    perform refuse('a_message_comes_from_its_office', 'an answer comes from the office that has the case, and from no party to it');
  end if;
  return new;
end;
$$;
--> statement-breakpoint
create trigger messages_stay_as_sent before insert or update on messages
  for each row execute function messages_stay_as_sent();
--> statement-breakpoint

-- What was shown for a correction belongs to its notice: added by the applicant until the notice is answered, and
-- from then on kept while the case is open. Whatever the case has become, forgetting comes after its end.
create function attachments_belong_to_an_open_notice() returns trigger
language plpgsql
set search_path = public
as $$
declare
  answered timestamptz;
  ended timestamptz;
begin
  if tg_op = 'UPDATE' then
    perform refuse('an_attachment_stays_as_shown', 'what was shown is not exchanged afterwards');
  end if;
  if tg_op = 'INSERT' then
    if not exists (
      select from correction_notices n join applications a on a.id = n.application_id
      where n.id = new.notice_id and n.application_id = new.application_id
        and n.answered_at is null and a.status = 'correction_requested'
    ) or not resident_speaks_for_application(new.resident_id, new.application_id) then
      perform refuse('an_attachment_answers_an_open_notice', 'only the applicant shows something, while the notice waits for an answer');
    end if;
    return new;
  end if;
  select n.answered_at, a.ended_at into answered, ended
    from correction_notices n join applications a on a.id = n.application_id where n.id = old.notice_id;
  if answered is not null and ended is null then
    perform refuse('an_attachment_is_kept_while_its_case_is_open', 'what answered a notice is kept until the case has ended');
  end if;
  return old;
end;
$$;
--> statement-breakpoint
create trigger attachments_belong_to_an_open_notice before insert or update or delete on attachments
  for each row execute function attachments_belong_to_an_open_notice();
--> statement-breakpoint
create trigger attachment_pages_stay_as_shown before update on attachment_pages
  for each row execute function attachments_belong_to_an_open_notice();
