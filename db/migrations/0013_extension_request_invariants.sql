-- A request for more time comes from the office that has the case and is answered once by its supervisor.
create function extension_requests_are_asked_and_answered_once() returns trigger
language plpgsql
set search_path = public
as $$
declare
  case_office text;
begin
  select office_code into case_office from applications where id = new.application_id;
  if tg_op = 'INSERT' then
    if not staff_serves_office(new.requested_by_id, case_office) then
      perform refuse('a_request_comes_from_the_office_of_the_case', 'the request came from somebody of another office');
    end if;
    if staff_is_party(new.requested_by_id, new.application_id) then
      perform refuse('nobody_handles_a_case_they_are_party_to', 'the requester is a party to the case');
    end if;
    return new;
  end if;
  if old.answered_at is not null
      or to_jsonb(new) - array['answered_at', 'answered_by_id', 'outcome', 'answer_note']
        <> to_jsonb(old) - array['answered_at', 'answered_by_id', 'outcome', 'answer_note'] then
    perform refuse('a_request_is_answered_once_and_never_edited', 'a request is answered once and never edited');
  end if;
  if not staff_serves_office(new.answered_by_id, case_office)
      or not exists (select from staff where id = new.answered_by_id and role = 'supervisor') then
    perform refuse('a_request_is_answered_by_a_supervisor', 'only a supervisor of the office answers a request');
  end if;
  return new;
end;
$$;
--> statement-breakpoint
create trigger extension_requests_are_asked_and_answered_once before insert or update on extension_requests
  for each row execute function extension_requests_are_asked_and_answered_once();
--> statement-breakpoint
create trigger extension_requests_are_never_deleted before delete on extension_requests
  for each row execute function refuse_to_delete();
--> statement-breakpoint

-- As in 0012, by the end of the index instead of a count of all leaves, which grew with each certificate.
create or replace function a_leaf_comes_behind_the_last() returns trigger
language plpgsql
set search_path = public
as $$
begin
  if new.index <> coalesce((select max(index) + 1 from transparency_leaves), 0) then
    perform refuse('a_leaf_comes_behind_the_last', 'a leaf is only ever added behind the last one');
  end if;
  return new;
end;
$$;
