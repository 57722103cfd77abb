-- A new key for personal data seals every value anew, in rows that history keeps from being changed too. The words
-- stay as they were; their seal is another. The owner says that this is going on (db/key-ring); whoever else says
-- so changes nothing by it. Asked of whoever signed in, since triggers look as the owner (decision 0022).
create function resealing_now() returns boolean
language sql stable
as $$
  select coalesce(current_setting('registration.resealing', true), '') = 'yes'
    and has_table_privilege(session_user, 'public.application_events', 'update')
$$;
--> statement-breakpoint

-- What stands in its way may step aside, because this allows less than any of it: no row comes or goes, no other
-- column changes, and a sealed value stays a sealed value. What is erased, or was never sealed, stays so too.
create function resealing_changes_nothing_else() returns trigger
language plpgsql
set search_path = public
as $$
declare
  -- Of texts, and of bytes as JSON shows them.
  seal constant text := '^(v1\.|\\x76312e)';
  before jsonb;
  after jsonb;
begin
  if tg_op <> 'UPDATE' then
    perform refuse('resealing_changes_nothing_else', 'while values are sealed anew no row comes or goes');
  end if;
  before := to_jsonb(old);
  after := to_jsonb(new);
  if before - tg_argv <> after - tg_argv or exists (
      select from unnest(tg_argv) sealed
      where before ->> sealed is distinct from after ->> sealed
        and (before ->> sealed ~ seal and after ->> sealed ~ seal) is not true) then
    perform refuse('resealing_changes_nothing_else', 'only what is sealed is sealed anew');
  end if;
  return new;
end;
$$;
--> statement-breakpoint

-- For each table with sealed columns, and for a later one in its own migration.
create function let_resealing_pass(which regclass, variadic sealed text[]) returns void
language plpgsql
set search_path = public
as $$
declare
  standing record;
  definition text;
begin
  for standing in
    select t.oid, t.tgname from pg_trigger t
    where t.tgrelid = which and not t.tgisinternal and t.tgconstraint = 0 and t.tgattr::text = '' and t.tgtype & 19 = 19
  loop
    definition := pg_get_triggerdef(standing.oid);
    continue when definition like '%resealing_now()%';
    execute format('drop trigger %I on %s', standing.tgname, which);
    execute case when definition like '% WHEN (%'
      then regexp_replace(definition, ' WHEN \((.*)\) EXECUTE FUNCTION ',
        ' WHEN (\1 and not resealing_now()) EXECUTE FUNCTION ')
      else replace(definition, ' EXECUTE FUNCTION ', ' WHEN (not resealing_now()) EXECUTE FUNCTION ') end;
  end loop;
  execute format('drop trigger if exists resealing_changes_nothing_else on %s', which);
  execute format('create trigger resealing_changes_nothing_else before insert or update or delete on %s
    for each row when (resealing_now()) execute function resealing_changes_nothing_else(%s)',
    which, (select string_agg(quote_literal(name), ', ') from unnest(sealed) name));
end;
$$;
--> statement-breakpoint
revoke all on function let_resealing_pass(regclass, text[]) from public;
--> statement-breakpoint

-- Not application_events: the hash of its rows covers the sealed note, which therefore stays as it was written.
select
  let_resealing_pass('access_alerts', 'note'),
  let_resealing_pass('application_parties', 'name', 'document_number', 'phone'),
  let_resealing_pass('applications', 'draft_answers', 'address', 'birth_certificate_number', 'contact_phone'),
  let_resealing_pass('attachment_pages', 'picture', 'thumbnail'),
  let_resealing_pass('certificate_papers', 'pdf'),
  let_resealing_pass('certificates', 'holders'),
  let_resealing_pass('commitment_signatures', 'typed_name'),
  let_resealing_pass('complaints', 'text', 'answer'),
  let_resealing_pass('correction_notices', 'items', 'answer', 'corrections'),
  let_resealing_pass('data_requests', 'text', 'answer'),
  let_resealing_pass('deadlines', 'extension_reason'),
  let_resealing_pass('decisions', 'explanation', 'evidence'),
  let_resealing_pass('extension_requests', 'reason', 'answer_note'),
  let_resealing_pass('log_exports', 'reason', 'answer_note'),
  let_resealing_pass('messages', 'text'),
  let_resealing_pass('notifications', 'recipient', 'values'),
  let_resealing_pass('phone_changes', 'old_phone', 'new_phone'),
  let_resealing_pass('ratings', 'words', 'answer'),
  let_resealing_pass('rejection_proposals', 'explanation', 'evidence', 'hearing', 'return_note'),
  let_resealing_pass('residents', 'phone', 'email'),
  let_resealing_pass('revocation_hearings', 'reason', 'answer', 'note'),
  let_resealing_pass('staff', 'name', 'email'),
  let_resealing_pass('staff_authenticators', 'secret'),
  let_resealing_pass('staff_passkeys', 'name'),
  let_resealing_pass('supervision_records', 'finding');
