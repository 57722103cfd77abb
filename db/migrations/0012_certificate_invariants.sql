-- Each issue of a certificate and each change of its state is an entry of the public log, written by the table
-- itself: no code can forget it, and the application's role may not write entries of its own. The text is what
-- is published; it holds the digest of the token and nothing about a person.
create function transparency_entry(c certificates, event text, at timestamptz) returns text
language sql immutable
set search_path = public
as $$
  select concat_ws(E'\n', 'birth-service-registration certificate v1', event, c.number || ' ' || c.version,
    chain_sha256(c.token), chain_instant(at), '')
$$;
--> statement-breakpoint
create function certificates_are_logged() returns trigger
language plpgsql
security definer
set search_path = public
as $$
begin
  if tg_op = 'INSERT' then
    insert into transparency_entries (certificate_id, entry)
      values (new.id, transparency_entry(new, 'issued', new.issued_at));
  elsif new.status <> old.status then
    insert into transparency_entries (certificate_id, entry)
      values (new.id, transparency_entry(new, new.status, new.status_since));
  end if;
  return null;
end;
$$;
--> statement-breakpoint
create trigger certificates_are_logged after insert or update on certificates
  for each row execute function certificates_are_logged();
--> statement-breakpoint
insert into transparency_entries (certificate_id, entry)
  select c.id, transparency_entry(c, 'issued', c.issued_at) from certificates c order by c.issued_at, c.number;
--> statement-breakpoint

create trigger transparency_entries_are_append_only before update or delete on transparency_entries
  for each row execute function refuse_to_rewrite();
--> statement-breakpoint
create trigger transparency_leaves_are_append_only before update or delete on transparency_leaves
  for each row execute function refuse_to_rewrite();
--> statement-breakpoint
create trigger transparency_checkpoints_are_append_only before update or delete on transparency_checkpoints
  for each row execute function refuse_to_rewrite();
--> statement-breakpoint
create trigger certificate_papers_are_append_only before update or delete on certificate_papers
  for each row execute function refuse_to_rewrite();
--> statement-breakpoint

-- A leaf comes behind the last one, without a gap.
create function a_leaf_comes_behind_the_last() returns trigger
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
--> statement-breakpoint
create trigger a_leaf_comes_behind_the_last before insert on transparency_leaves
  for each row execute function a_leaf_comes_behind_the_last();
--> statement-breakpoint

-- Revoked is only what a hearing ended that way (行政许可法 art. 36: who is concerned is heard first).
create function a_certificate_is_revoked_by_a_hearing() returns trigger
language plpgsql
set search_path = public
as $$
begin
  if new.status = 'revoked' and old.status <> 'revoked' and not exists (
      select from revocation_hearings where certificate_id = new.id and outcome = 'revoked') then
    perform refuse('a_certificate_is_revoked_by_a_hearing', 'the holder was not heard');
  end if;
  return new;
end;
$$;
--> statement-breakpoint
create trigger a_certificate_is_revoked_by_a_hearing before update on certificates
  for each row execute function a_certificate_is_revoked_by_a_hearing();
--> statement-breakpoint

-- A hearing that was decided, an answer that was given and a print code that was used stay so.
create function a_hearing_stays_as_decided() returns trigger
language plpgsql
set search_path = public
as $$
begin
  if tg_op = 'DELETE' or old.decided_at is not null
      or (old.answered_at is not null and (new.answer, new.answered_at) is distinct from (old.answer, old.answered_at))
      or (new.certificate_id, new.reason, new.opened_by_id, new.opened_at, new.answer_until)
        is distinct from (old.certificate_id, old.reason, old.opened_by_id, old.opened_at, old.answer_until) then
    perform refuse('a_hearing_stays_as_decided', 'what was told, answered and decided stays');
  end if;
  return new;
end;
$$;
--> statement-breakpoint
create trigger a_hearing_stays_as_decided before update or delete on revocation_hearings
  for each row execute function a_hearing_stays_as_decided();
--> statement-breakpoint
create function a_print_code_is_used_once() returns trigger
language plpgsql
set search_path = public
as $$
begin
  if tg_op = 'DELETE' or old.used_at is not null or new.used_at is null or new.used_at > old.expires_at
      or to_jsonb(new) - 'used_at' <> to_jsonb(old) - 'used_at' then
    perform refuse('a_print_code_is_used_once', 'a print code is used once, in its time');
  end if;
  return new;
end;
$$;
--> statement-breakpoint
create trigger a_print_code_is_used_once before update or delete on print_codes
  for each row execute function a_print_code_is_used_once();
