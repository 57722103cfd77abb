CREATE TABLE "audit_checkpoint_heads" (
	"checkpoint_number" integer NOT NULL,
	"log" text NOT NULL,
	"application_id" uuid,
	"chain_position" integer NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "one_head_a_chain_and_checkpoint" UNIQUE NULLS NOT DISTINCT("log","application_id","checkpoint_number")
);
--> statement-breakpoint
CREATE TABLE "audit_checkpoints" (
	"number" integer PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"head_count" integer NOT NULL,
	"heads_sha256" text NOT NULL,
	"last_audit_event_id" bigint NOT NULL,
	"last_application_event_id" bigint NOT NULL,
	"previous_sha256" text NOT NULL,
	"sha256" text NOT NULL,
	"key_id" text NOT NULL,
	"signature" text NOT NULL,
	CONSTRAINT "one_checkpoint_a_digest" UNIQUE("sha256"),
	CONSTRAINT "checkpoints_are_numbered" CHECK ("audit_checkpoints"."number" > 0)
);
--> statement-breakpoint
ALTER TABLE "application_events" ADD COLUMN "chain_position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "application_events" ADD COLUMN "previous_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "application_events" ADD COLUMN "hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "chain_position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "previous_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_checkpoint_heads" ADD CONSTRAINT "audit_checkpoint_heads_checkpoint_number_audit_checkpoints_number_fk" FOREIGN KEY ("checkpoint_number") REFERENCES "public"."audit_checkpoints"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Both logs are chained per application, and the audit events without one share a chain: each row holds the
-- hash of the row before it, and a hash over that, its place and all its other columns. Whoever changes,
-- removes, inserts or moves a row afterwards breaks the chain behind it (docs/security.md).
--
-- The text that is hashed is a list of fields, each as `<octets>:<text>,` or `-,` for none, so that no two rows
-- share one. lib/audit/chain builds it again without these functions.
create function chain_field(field text) returns text
language sql immutable
as $$ select coalesce(octet_length(field)::text || ':' || field, '-') || ',' $$;
--> statement-breakpoint
create function chain_instant(at timestamptz) returns text
language sql immutable
as $$ select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;
--> statement-breakpoint
create function chain_sha256(content text) returns text
language sql immutable
as $$ select encode(sha256(convert_to(content, 'UTF8')), 'hex') $$;
--> statement-breakpoint
create function chain_hash(e audit_events) returns text
language plpgsql stable
set search_path = public
as $$
begin
  return chain_sha256(concat(
    chain_field('audit_events v1'), chain_field(e.chain_position::text), chain_field(e.previous_hash),
    chain_field(e.id::text), chain_field(chain_instant(e.at)), chain_field(e.action),
    chain_field(e.application_id::text), chain_field(e.resident_id::text), chain_field(e.staff_id::text),
    chain_field(e.office_code), chain_field(e.purpose), chain_field(e.details::text)));
end;
$$;
--> statement-breakpoint
-- Of the note only a digest goes in: where its retention has run out, the words may go and the chain stays.
create function chain_hash(e application_events) returns text
language plpgsql stable
set search_path = public
as $$
begin
  return chain_sha256(concat(
    chain_field('application_events v1'), chain_field(e.chain_position::text), chain_field(e.previous_hash),
    chain_field(e.id::text), chain_field(chain_instant(e.at)), chain_field(e.name),
    chain_field(e.application_id::text), chain_field(e.resident_id::text), chain_field(e.staff_id::text),
    chain_field(e.office_code), chain_field(e.actor), chain_field(e.from_status), chain_field(e.to_status),
    chain_field(chain_sha256(e.note)), chain_field(e.details::text), chain_field(e.transaction_id)));
end;
$$;
--> statement-breakpoint

-- Two writers at once wait for each other here, so that a chain never forks. A transaction with an older
-- snapshot, which could not see the newest link, fails on the unique place instead.
create function audit_events_are_chained() returns trigger
language plpgsql
set search_path = public
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('audit_events ' || coalesce(new.application_id::text, ''), 0));
  if new.application_id is null then
    -- Ordered by both, since "is null" alone does not lead the planner to the end of the index.
    select chain_position + 1, hash into new.chain_position, new.previous_hash from audit_events
      where application_id is null order by application_id desc, chain_position desc limit 1;
  else
    select chain_position + 1, hash into new.chain_position, new.previous_hash from audit_events
      where application_id = new.application_id order by chain_position desc limit 1;
  end if;
  new.chain_position := coalesce(new.chain_position, 1);
  new.previous_hash := coalesce(new.previous_hash, repeat('0', 64));
  new.hash := chain_hash(new);
  return new;
end;
$$;
--> statement-breakpoint
create function application_events_are_chained() returns trigger
language plpgsql
set search_path = public
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('application_events ' || new.application_id::text, 0));
  select chain_position + 1, hash into new.chain_position, new.previous_hash from application_events
    where application_id = new.application_id order by chain_position desc limit 1;
  new.chain_position := coalesce(new.chain_position, 1);
  new.previous_hash := coalesce(new.previous_hash, repeat('0', 64));
  new.hash := chain_hash(new);
  return new;
end;
$$;
--> statement-breakpoint

-- The rows there are, in the order in which they came.
alter table audit_events disable trigger user;
--> statement-breakpoint
alter table application_events disable trigger user;
--> statement-breakpoint
do $$
declare
  e audit_events;
  earlier audit_events;
begin
  for e in select * from audit_events order by application_id, id loop
    e.chain_position := 1;
    e.previous_hash := repeat('0', 64);
    if earlier.id is not null and earlier.application_id is not distinct from e.application_id then
      e.chain_position := earlier.chain_position + 1;
      e.previous_hash := earlier.hash;
    end if;
    e.hash := chain_hash(e);
    update audit_events set chain_position = e.chain_position, previous_hash = e.previous_hash, hash = e.hash
      where id = e.id;
    earlier := e;
  end loop;
end;
$$;
--> statement-breakpoint
do $$
declare
  e application_events;
  earlier application_events;
begin
  for e in select * from application_events order by application_id, id loop
    e.chain_position := 1;
    e.previous_hash := repeat('0', 64);
    if earlier.id is not null and earlier.application_id = e.application_id then
      e.chain_position := earlier.chain_position + 1;
      e.previous_hash := earlier.hash;
    end if;
    e.hash := chain_hash(e);
    update application_events set chain_position = e.chain_position, previous_hash = e.previous_hash, hash = e.hash
      where id = e.id;
    earlier := e;
  end loop;
end;
$$;
--> statement-breakpoint
alter table audit_events enable trigger user;
--> statement-breakpoint
alter table application_events enable trigger user;
--> statement-breakpoint
ALTER TABLE "application_events" ADD CONSTRAINT "one_event_a_place_in_its_chain" UNIQUE("application_id","chain_position");--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "one_audit_event_a_place_in_its_chain" UNIQUE NULLS NOT DISTINCT("application_id","chain_position");--> statement-breakpoint
ALTER TABLE "application_events" ADD CONSTRAINT "an_event_is_chained" CHECK ("application_events"."chain_position" > 0 and length("application_events"."hash") = 64);--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "an_audit_event_is_chained" CHECK ("audit_events"."chain_position" > 0 and length("audit_events"."hash") = 64);
--> statement-breakpoint
create trigger audit_events_are_chained before insert on audit_events
  for each row execute function audit_events_are_chained();
--> statement-breakpoint
create trigger application_events_are_chained before insert on application_events
  for each row execute function application_events_are_chained();
--> statement-breakpoint
create trigger audit_checkpoints_are_append_only before update or delete on audit_checkpoints
  for each row execute function refuse_to_rewrite();
--> statement-breakpoint
create trigger audit_checkpoints_are_never_emptied before truncate on audit_checkpoints
  for each statement execute function refuse_to_rewrite();
--> statement-breakpoint
create trigger audit_checkpoint_heads_are_append_only before update or delete on audit_checkpoint_heads
  for each row execute function refuse_to_rewrite();
--> statement-breakpoint
create trigger audit_checkpoint_heads_are_never_emptied before truncate on audit_checkpoint_heads
  for each statement execute function refuse_to_rewrite();
