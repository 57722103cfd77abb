CREATE TABLE "access_alerts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"rule" text NOT NULL,
	"staff_id" uuid NOT NULL,
	"span" text NOT NULL,
	"looks" integer NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"raised_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by_id" uuid,
	"note" text,
	CONSTRAINT "one_alert_a_rule_person_and_span" UNIQUE("rule","staff_id","span"),
	CONSTRAINT "access_alert_rules" CHECK ("access_alerts"."rule" in ('many-cases', 'many-cases-in-a-day', 'after-hours', 'revealed-numbers', 'shared-surname')),
	CONSTRAINT "an_alert_is_closed_by_somebody_with_a_note" CHECK (num_nulls("access_alerts"."closed_at", "access_alerts"."closed_by_id", "access_alerts"."note") in (0, 3)),
	CONSTRAINT "nobody_closes_an_alert_about_themselves" CHECK ("access_alerts"."closed_by_id" <> "access_alerts"."staff_id")
);
--> statement-breakpoint
CREATE TABLE "log_exports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"format" text NOT NULL,
	"filter" jsonb NOT NULL,
	"reason" text NOT NULL,
	"requested_by_id" uuid NOT NULL,
	"requested_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by_id" uuid,
	"outcome" text,
	"answer_note" text,
	"taken_at" timestamp with time zone,
	"rows" integer,
	"sha256" text,
	"key_id" text,
	"signature" text,
	CONSTRAINT "log_export_formats" CHECK ("log_exports"."format" in ('csv', 'xlsx')),
	CONSTRAINT "an_answered_export_has_its_person_outcome_and_reason" CHECK (num_nulls("log_exports"."answered_at", "log_exports"."answered_by_id", "log_exports"."outcome", "log_exports"."answer_note") in (0, 4)),
	CONSTRAINT "four_eyes_allow_an_export" CHECK ("log_exports"."answered_by_id" <> "log_exports"."requested_by_id"),
	CONSTRAINT "an_export_is_answered_in_its_time" CHECK ("log_exports"."answered_at" <= "log_exports"."expires_at"),
	CONSTRAINT "only_an_allowed_export_is_taken_in_its_time" CHECK ("log_exports"."taken_at" is null or ("log_exports"."outcome" = 'allowed' and "log_exports"."taken_at" <= "log_exports"."expires_at")),
	CONSTRAINT "a_taken_export_is_signed" CHECK (num_nulls("log_exports"."taken_at", "log_exports"."rows", "log_exports"."sha256", "log_exports"."key_id", "log_exports"."signature") in (0, 5))
);
--> statement-breakpoint
CREATE TABLE "consent_withdrawals" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"resident_id" uuid NOT NULL,
	"version" text NOT NULL,
	"text_sha256" text NOT NULL,
	"withdrawn_at" timestamp with time zone DEFAULT service_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "data_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"resident_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text,
	"asked_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"answer_by" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by_id" uuid,
	"answer" text,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "data_request_kinds" CHECK ("data_requests"."kind" in ('copy', 'withdraw-consent', 'erase', 'other')),
	CONSTRAINT "only_own_words_wait_for_a_person" CHECK (("data_requests"."kind" = 'other') = ("data_requests"."text" is not null)),
	CONSTRAINT "a_person_answers_in_words" CHECK (("data_requests"."answered_by_id" is null) = ("data_requests"."answer" is null)
        and ("data_requests"."answer" is null or "data_requests"."answered_at" is not null)),
	CONSTRAINT "what_needs_no_person_is_answered_at_once" CHECK ("data_requests"."kind" = 'other' or "data_requests"."answered_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "erasure_plan" (
	"table_name" text NOT NULL,
	"found_by" text NOT NULL,
	"position" integer NOT NULL,
	"emptied" text[] NOT NULL,
	CONSTRAINT "erasure_plan_table_name_found_by_pk" PRIMARY KEY("table_name","found_by")
);
--> statement-breakpoint
CREATE TABLE "retention_rules" (
	"kind" text NOT NULL,
	"from_date" date NOT NULL,
	"kept_for" integer NOT NULL,
	"unit" text NOT NULL,
	"asked_by_law" boolean NOT NULL,
	"law" text NOT NULL,
	"law_english" text NOT NULL,
	CONSTRAINT "retention_rules_kind_from_date_pk" PRIMARY KEY("kind","from_date"),
	CONSTRAINT "what_is_kept_is_kept_for_a_while" CHECK ("retention_rules"."kept_for" between 1 and 3650),
	CONSTRAINT "retention_units" CHECK ("retention_rules"."unit" in ('days', 'years'))
);
--> statement-breakpoint
ALTER TABLE "applications" DROP CONSTRAINT "an_application_is_whole_once_accepted";--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "residents" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "access_alerts" ADD CONSTRAINT "access_alerts_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_alerts" ADD CONSTRAINT "access_alerts_closed_by_id_staff_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "log_exports" ADD CONSTRAINT "log_exports_requested_by_id_staff_id_fk" FOREIGN KEY ("requested_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "log_exports" ADD CONSTRAINT "log_exports_answered_by_id_staff_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_withdrawals" ADD CONSTRAINT "consent_withdrawals_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_withdrawals" ADD CONSTRAINT "consent_withdrawals_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_withdrawals" ADD CONSTRAINT "consent_withdrawals_version_commitment_versions_version_fk" FOREIGN KEY ("version") REFERENCES "public"."commitment_versions"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_requests" ADD CONSTRAINT "data_requests_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_requests" ADD CONSTRAINT "data_requests_answered_by_id_staff_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_alerts_in_time" ON "access_alerts" USING btree ("raised_at");--> statement-breakpoint
CREATE INDEX "open_access_alerts" ON "access_alerts" USING btree ("raised_at") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "log_exports_in_time" ON "log_exports" USING btree ("requested_at");--> statement-breakpoint
CREATE INDEX "data_requests_of_a_resident" ON "data_requests" USING btree ("resident_id","asked_at");--> statement-breakpoint
CREATE INDEX "data_requests_to_answer" ON "data_requests" USING btree ("answer_by") WHERE answered_at is null;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "only_an_ended_application_is_erased" CHECK ("applications"."erased_at" is null or "applications"."erased_at" >= "applications"."ended_at");--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "an_application_is_whole_once_accepted" CHECK ("applications"."status" = 'draft' or "applications"."erased_at" is not null or ("applications"."reference" is not null and "applications"."office_code" is not null
        and "applications"."applied_by" is not null and "applications"."address_basis" is not null and "applications"."stage" is not null
        and "applications"."accepted_at" is not null and "applications"."draft_answers" is null));