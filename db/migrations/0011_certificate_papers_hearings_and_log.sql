CREATE SEQUENCE "public"."certificate_status_indexes" INCREMENT BY 1 MINVALUE 0 MAXVALUE 2147483647 START WITH 0 CACHE 1;--> statement-breakpoint
CREATE TABLE "certificate_papers" (
	"certificate_id" uuid PRIMARY KEY NOT NULL,
	"pdf" text NOT NULL,
	"sha256" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT service_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "print_codes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"certificate_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "one_print_code_a_digest" UNIQUE("digest"),
	CONSTRAINT "a_print_code_lasts_ten_minutes" CHECK ("print_codes"."expires_at" <= "print_codes"."made_at" + interval '10 minutes')
);
--> statement-breakpoint
CREATE TABLE "revocation_hearings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"certificate_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"opened_by_id" uuid NOT NULL,
	"opened_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"answer_until" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	"outcome" text,
	"decided_by_id" uuid,
	"decided_at" timestamp with time zone,
	"note" text,
	CONSTRAINT "time_to_answer_is_given" CHECK ("revocation_hearings"."answer_until" > "revocation_hearings"."opened_at"),
	CONSTRAINT "an_answer_has_its_time" CHECK (num_nulls("revocation_hearings"."answer", "revocation_hearings"."answered_at") in (0, 2)),
	CONSTRAINT "a_hearing_ends_with_an_outcome" CHECK (num_nulls("revocation_hearings"."outcome", "revocation_hearings"."decided_by_id", "revocation_hearings"."decided_at") in (0, 3)),
	CONSTRAINT "nobody_is_revoked_unheard" CHECK ("revocation_hearings"."outcome" <> 'revoked' or "revocation_hearings"."answered_at" is not null or "revocation_hearings"."decided_at" > "revocation_hearings"."answer_until")
);
--> statement-breakpoint
CREATE TABLE "transparency_checkpoints" (
	"size" integer PRIMARY KEY NOT NULL,
	"root" text NOT NULL,
	"note" text NOT NULL,
	"signed_at" timestamp with time zone DEFAULT service_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transparency_entries" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"certificate_id" uuid NOT NULL,
	"entry" text NOT NULL,
	"at" timestamp with time zone DEFAULT service_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transparency_leaves" (
	"index" integer PRIMARY KEY NOT NULL,
	"entry_id" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "one_leaf_an_entry" UNIQUE("entry_id")
);
--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "status_index" integer DEFAULT nextval('certificate_status_indexes') NOT NULL;--> statement-breakpoint
ALTER TABLE "signing_keys" ADD COLUMN "withdrawn_from" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "verifications" ADD COLUMN "purpose" text;--> statement-breakpoint
ALTER TABLE "certificate_papers" ADD CONSTRAINT "certificate_papers_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "print_codes" ADD CONSTRAINT "print_codes_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revocation_hearings" ADD CONSTRAINT "revocation_hearings_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revocation_hearings" ADD CONSTRAINT "revocation_hearings_opened_by_id_staff_id_fk" FOREIGN KEY ("opened_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revocation_hearings" ADD CONSTRAINT "revocation_hearings_decided_by_id_staff_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transparency_entries" ADD CONSTRAINT "transparency_entries_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transparency_leaves" ADD CONSTRAINT "transparency_leaves_entry_id_transparency_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."transparency_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "print_codes_of_a_certificate" ON "print_codes" USING btree ("certificate_id","made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_hearing_a_certificate" ON "revocation_hearings" USING btree ("certificate_id") WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX "entries_of_a_certificate" ON "transparency_entries" USING btree ("certificate_id");--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "one_place_in_the_status_lists" UNIQUE("status_index");