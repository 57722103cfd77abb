-- An account passes to another phone only by a change that is written down in the same transaction. A record
-- whose number was passed on keeps its own id in place of the digest of a phone.
create function a_phone_passes_on_by_a_recorded_change() returns trigger
language plpgsql
set search_path = public
as $$
begin
  if new.phone_lookup is distinct from old.phone_lookup
      and new.phone_lookup <> new.id::text
      and not exists (select from phone_changes where resident_id = new.id and changed_at = service_now()) then
    perform refuse('a_phone_passes_on_by_a_recorded_change', 'a phone changes with its row in phone_changes');
  end if;
  return new;
end;
$$;
--> statement-breakpoint
create trigger a_phone_passes_on_by_a_recorded_change before update of phone_lookup on residents
  for each row execute function a_phone_passes_on_by_a_recorded_change();
--> statement-breakpoint

-- What was changed, by whom and from where stays as it was; only its end, an objection and a look are added.
create function a_phone_change_is_not_rewritten() returns trigger
language plpgsql
set search_path = public
as $$
begin
  if (new.resident_id, new.way, new.asked_at, new.staff_id, new.office_code, new.document_seen, new.application_id)
      is distinct from
      (old.resident_id, old.way, old.asked_at, old.staff_id, old.office_code, old.document_seen, old.application_id)
      or (old.changed_at is not null and new.changed_at is distinct from old.changed_at)
      or (old.objected_at is not null and new.objected_at is distinct from old.objected_at)
      or (old.settled_at is not null and new.settled_at is distinct from old.settled_at)
      or (old.reviewed_at is not null and new.reviewed_at is distinct from old.reviewed_at) then
    perform refuse('a_phone_change_is_not_rewritten', 'what a phone change says has happened stays');
  end if;
  return new;
end;
$$;
--> statement-breakpoint
create trigger a_phone_change_is_not_rewritten before update on phone_changes
  for each row execute function a_phone_change_is_not_rewritten();
--> statement-breakpoint
create function a_phone_change_in_effect_stays() returns trigger
language plpgsql
set search_path = public
as $$
begin
  if old.changed_at is not null then
    perform refuse('a_phone_change_in_effect_stays', 'only a change that never took effect may be forgotten');
  end if;
  return old;
end;
$$;
--> statement-breakpoint
create trigger a_phone_change_in_effect_stays before delete on phone_changes
  for each row execute function a_phone_change_in_effect_stays();
--> statement-breakpoint

-- Whose accounts a document belongs to by their own applications, at whichever office these are: a person who
-- lost their phone may come to any office. Whoever asks learns the sealed name and no more, and only for the
-- keyed digest of a whole number.
create function accounts_of_document(document_lookup text)
returns table (application_id uuid, resident_id uuid, reference text, name text)
language sql stable security definer
set search_path = public
as $$
  select a.id, case a.applied_by when 'self' then a.resident_id else a.principal_resident_id end, a.reference, p.name
  from application_parties p join applications a on a.id = p.application_id
  where p.document_number_lookup = document_lookup and p.role = 'applicant' and a.status <> 'draft'
    and (a.applied_by = 'self' or a.principal_resident_id is not null)
  order by a.accepted_at desc
$$;
