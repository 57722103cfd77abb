CREATE TABLE "application_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"name" text NOT NULL,
	"from_status" text NOT NULL,
	"to_status" text NOT NULL,
	"at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"actor" text NOT NULL,
	"resident_id" uuid,
	"staff_id" uuid,
	"office_code" text,
	"note" text,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"transaction_id" text DEFAULT pg_current_xact_id()::text NOT NULL,
	CONSTRAINT "an_event_names_who_acted" CHECK (("application_events"."actor" = 'resident') = ("application_events"."resident_id" is not null)
        and ("application_events"."actor" in ('resident', 'system')) = ("application_events"."staff_id" is null))
);
--> statement-breakpoint
CREATE TABLE "application_parties" (
	"application_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"document_kind" text,
	"document_number" text,
	"document_number_lookup" text,
	"phone" text,
	"confirmed_at" timestamp with time zone,
	"objected_at" timestamp with time zone,
	"confirmation_digest" text,
	CONSTRAINT "application_parties_application_id_role_pk" PRIMARY KEY("application_id","role"),
	CONSTRAINT "one_party_a_confirmation_link" UNIQUE("confirmation_digest"),
	CONSTRAINT "a_parent_is_named_with_a_document" CHECK ("application_parties"."role" = 'proxy' or ("application_parties"."document_kind" is not null and "application_parties"."document_number" is not null
        and "application_parties"."document_number_lookup" is not null)),
	CONSTRAINT "nobody_confirms_and_objects" CHECK ("application_parties"."confirmed_at" is null or "application_parties"."objected_at" is null)
);
--> statement-breakpoint
CREATE TABLE "application_transitions" (
	"name" text NOT NULL,
	"from_status" text NOT NULL,
	"to_status" text NOT NULL,
	"actor" text NOT NULL,
	"needs" jsonb NOT NULL,
	CONSTRAINT "application_transitions_name_from_status_pk" PRIMARY KEY("name","from_status")
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"resident_id" uuid NOT NULL,
	"draft_answers" text,
	"made_from" uuid,
	"created_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"reference" text,
	"office_code" text,
	"applied_by" text,
	"proxy_relation" text,
	"address_basis" text,
	"address" text,
	"stage" text,
	"child_birth_date" date,
	"birth_certificate_number" text,
	"contact_phone" text,
	"contact_phone_lookup" text,
	"accepted_at" timestamp with time zone,
	"first_contact_id" uuid,
	"claimed_by_id" uuid,
	"claimed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "one_application_a_reference" UNIQUE("reference"),
	CONSTRAINT "an_application_is_whole_once_accepted" CHECK ("applications"."status" = 'draft' or ("applications"."reference" is not null and "applications"."office_code" is not null
        and "applications"."applied_by" is not null and "applications"."address_basis" is not null and "applications"."stage" is not null
        and "applications"."accepted_at" is not null and "applications"."draft_answers" is null)),
	CONSTRAINT "a_draft_has_no_reference" CHECK ("applications"."status" <> 'draft' or "applications"."reference" is null),
	CONSTRAINT "a_proxy_says_what_they_are" CHECK (("applications"."applied_by" = 'proxy') = ("applications"."proxy_relation" is not null)),
	CONSTRAINT "only_a_born_child_has_a_birth_date" CHECK (("applications"."stage" = 'born') = ("applications"."child_birth_date" is not null)),
	CONSTRAINT "a_claim_has_a_time" CHECK (("applications"."claimed_by_id" is null) = ("applications"."claimed_at" is null))
);
--> statement-breakpoint
CREATE TABLE "commitment_signatures" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"version" text NOT NULL,
	"text_sha256" text NOT NULL,
	"typed_name" text NOT NULL,
	"signed_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"code_confirmed_at" timestamp with time zone NOT NULL,
	"sensitive_data_consent_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commitment_versions" (
	"version" text PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"text_english" text NOT NULL,
	"sha256" text NOT NULL,
	"effective_from" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "correction_notices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"items" text NOT NULL,
	"sent_by_id" uuid NOT NULL,
	"sent_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "one_correction_notice_a_case" UNIQUE("application_id"),
	CONSTRAINT "an_answer_has_a_time" CHECK (("correction_notices"."answer" is null) = ("correction_notices"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"action" text NOT NULL,
	"application_id" uuid,
	"resident_id" uuid,
	"staff_id" uuid,
	"office_code" text,
	"purpose" text,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "an_audit_event_names_one_actor_at_most" CHECK (num_nonnulls("audit_events"."resident_id", "audit_events"."staff_id") <= 1)
);
--> statement-breakpoint
CREATE TABLE "certificate_serials" (
	"office_code" text NOT NULL,
	"issued_on" date NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "one_serial_an_office_and_day" UNIQUE("office_code","issued_on")
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"number" text NOT NULL,
	"identifier" text NOT NULL,
	"check_code" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"status" text DEFAULT 'valid' NOT NULL,
	"status_since" timestamp with time zone DEFAULT service_now() NOT NULL,
	"title" text NOT NULL,
	"title_english" text NOT NULL,
	"holders" text NOT NULL,
	"office_code" text NOT NULL,
	"office_name" text NOT NULL,
	"county_name" text NOT NULL,
	"decided_by_number" text,
	"registration_basis" text NOT NULL,
	"issued_on" date NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"key_id" text NOT NULL,
	"token" text NOT NULL,
	"verification_link" text NOT NULL,
	"demonstration" boolean NOT NULL,
	CONSTRAINT "one_certificate_a_number" UNIQUE("number"),
	CONSTRAINT "one_certificate_an_identifier" UNIQUE("identifier"),
	CONSTRAINT "one_certificate_a_version" UNIQUE("application_id","version"),
	CONSTRAINT "certificate_statuses" CHECK ("certificates"."status" in ('valid', 'revoked', 'superseded'))
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"key_id" text PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"added_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"retired_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"certificate_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"channel" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"date" date PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "calendar_day_kinds" CHECK ("calendar_days"."kind" in ('holiday', 'make-up-working-day'))
);
--> statement-breakpoint
CREATE TABLE "calendar_years" (
	"year" integer PRIMARY KEY NOT NULL,
	"source_link" text NOT NULL,
	"published_at" timestamp with time zone DEFAULT service_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deadlines" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"office_code" text NOT NULL,
	"law" text NOT NULL,
	"working_days" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"starts_on" date NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"statutory_due_at" timestamp with time zone,
	"provisional" boolean NOT NULL,
	"pauses" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"paused_working_days_left" integer,
	"paused_minutes_left" integer,
	"paused_statutory_working_days_left" integer,
	"extension_working_days" integer,
	"extension_reason" text,
	"extended_by_id" uuid,
	"extended_at" timestamp with time zone,
	"moved_from" timestamp with time zone,
	"met_at" timestamp with time zone,
	"lapsed_at" timestamp with time zone,
	"reminded_amber_at" timestamp with time zone,
	"reminded_red_at" timestamp with time zone,
	"reminded_county_at" timestamp with time zone,
	CONSTRAINT "a_deadline_ends_after_it_starts" CHECK ("deadlines"."due_at" > "deadlines"."started_at"),
	CONSTRAINT "a_met_deadline_has_its_time" CHECK (("deadlines"."state" = 'met') = ("deadlines"."met_at" is not null)),
	CONSTRAINT "a_lapsed_deadline_has_its_time" CHECK (("deadlines"."state" = 'lapsed') = ("deadlines"."lapsed_at" is not null)),
	CONSTRAINT "nothing_lapses_before_it_is_due" CHECK ("deadlines"."lapsed_at" is null or "deadlines"."lapsed_at" >= "deadlines"."due_at"),
	CONSTRAINT "an_extension_has_a_reason" CHECK (("deadlines"."extension_working_days" is null) = ("deadlines"."extension_reason" is null)),
	CONSTRAINT "only_a_paused_clock_keeps_a_rest" CHECK (("deadlines"."state" = 'paused') = (num_nulls("deadlines"."paused_working_days_left", "deadlines"."paused_minutes_left") = 0))
);
--> statement-breakpoint
CREATE TABLE "time_limits" (
	"kind" text NOT NULL,
	"from_date" date NOT NULL,
	"working_days" integer NOT NULL,
	"law" text NOT NULL,
	"law_english" text NOT NULL,
	CONSTRAINT "time_limits_kind_from_date_pk" PRIMARY KEY("kind","from_date"),
	CONSTRAINT "a_limit_is_a_number_of_working_days" CHECK ("time_limits"."working_days" between 1 and 250)
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"basis" text NOT NULL,
	"office_code" text NOT NULL,
	"decided_by_id" uuid,
	"confirmed_by_id" uuid,
	"reason_id" uuid,
	"explanation" text,
	"evidence" text,
	"remedies" text,
	"decided_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"set_aside_at" timestamp with time zone,
	CONSTRAINT "a_rejection_has_a_published_reason_and_an_explanation" CHECK ("decisions"."outcome" <> 'rejected' or ("decisions"."reason_id" is not null and "decisions"."explanation" is not null
        and "decisions"."evidence" is not null)),
	CONSTRAINT "a_rejection_has_a_second_person" CHECK ("decisions"."outcome" <> 'rejected' or ("decisions"."decided_by_id" is not null and "decisions"."confirmed_by_id" is not null
        and "decisions"."decided_by_id" <> "decisions"."confirmed_by_id")),
	CONSTRAINT "a_rejection_tells_the_remedies" CHECK ("decisions"."outcome" <> 'rejected' or length("decisions"."remedies") >= 20),
	CONSTRAINT "only_a_lapse_decides_without_a_person" CHECK (("decisions"."basis" = 'deemed-by-lapse') = ("decisions"."decided_by_id" is null)),
	CONSTRAINT "a_lapse_never_rejects" CHECK ("decisions"."outcome" = 'registered' or "decisions"."basis" = 'decided')
);
--> statement-breakpoint
CREATE TABLE "rejection_proposals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"reason_id" uuid NOT NULL,
	"explanation" text NOT NULL,
	"evidence" text NOT NULL,
	"hearing" text,
	"proposed_by_id" uuid NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by_id" uuid,
	"outcome" text,
	"return_note" text,
	CONSTRAINT "a_second_person_answers_a_proposal" CHECK ("rejection_proposals"."answered_by_id" <> "rejection_proposals"."proposed_by_id"),
	CONSTRAINT "an_answered_proposal_has_an_outcome" CHECK (("rejection_proposals"."answered_at" is null) = ("rejection_proposals"."outcome" is null)),
	CONSTRAINT "a_returned_proposal_says_why" CHECK ("rejection_proposals"."outcome" <> 'returned' or "rejection_proposals"."return_note" is not null)
);
--> statement-breakpoint
CREATE TABLE "rejection_reasons" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"title_english" text NOT NULL,
	"law" text NOT NULL,
	"law_english" text NOT NULL,
	"refuses" text NOT NULL,
	"refuses_english" text NOT NULL,
	"next_step" text NOT NULL,
	"next_step_english" text NOT NULL,
	"needs_correction_notice" boolean DEFAULT false NOT NULL,
	"needs_hearing" boolean DEFAULT false NOT NULL,
	"published_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "one_text_a_version_of_a_reason" UNIQUE("code","version")
);
--> statement-breakpoint
CREATE TABLE "one_time_codes" (
	"purpose" text NOT NULL,
	"phone_lookup" text NOT NULL,
	"code_digest" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"tries_left" integer NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "one_time_codes_purpose_phone_lookup_pk" PRIMARY KEY("purpose","phone_lookup"),
	CONSTRAINT "a_code_has_five_tries_at_most" CHECK ("one_time_codes"."tries_left" between 0 and 5)
);
--> statement-breakpoint
CREATE TABLE "residents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"phone" text NOT NULL,
	"phone_lookup" text NOT NULL,
	"language" text DEFAULT 'zh-CN' NOT NULL,
	"created_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	CONSTRAINT "one_resident_a_phone" UNIQUE("phone_lookup")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"secret_digest" text NOT NULL,
	"resident_id" uuid,
	"staff_id" uuid,
	"created_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_reason" text,
	CONSTRAINT "one_session_a_secret" UNIQUE("secret_digest"),
	CONSTRAINT "a_session_belongs_to_one_person" CHECK (num_nonnulls("sessions"."resident_id", "sessions"."staff_id") = 1),
	CONSTRAINT "an_ended_session_says_why" CHECK (("sessions"."ended_at" is null) = ("sessions"."ended_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"sign_in_name" text NOT NULL,
	"staff_number" text NOT NULL,
	"name" text NOT NULL,
	"id_number_lookup" text,
	"role" text NOT NULL,
	"email" text,
	"password_hash" text NOT NULL,
	"failed_sign_ins" integer DEFAULT 0 NOT NULL,
	"paused_until" timestamp with time zone,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	CONSTRAINT "one_staff_member_a_sign_in_name" UNIQUE("sign_in_name"),
	CONSTRAINT "one_staff_member_a_number" UNIQUE("staff_number"),
	CONSTRAINT "staff_roles" CHECK ("staff"."role" in ('officer', 'supervisor', 'county', 'administrator', 'auditor'))
);
--> statement-breakpoint
CREATE TABLE "staff_offices" (
	"staff_id" uuid NOT NULL,
	"office_code" text NOT NULL,
	CONSTRAINT "staff_offices_staff_id_office_code_pk" PRIMARY KEY("staff_id","office_code")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"channel" text NOT NULL,
	"recipient" text NOT NULL,
	"recipient_lookup" text NOT NULL,
	"resident_id" uuid,
	"staff_id" uuid,
	"application_id" uuid,
	"template" text NOT NULL,
	"language" text NOT NULL,
	"values" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"sent_at" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"failure" text,
	CONSTRAINT "a_notification_is_tried_a_bounded_number_of_times" CHECK ("notifications"."tries" between 0 and 25)
);
--> statement-breakpoint
CREATE TABLE "counties" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_english" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"code" text PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"township_name" text NOT NULL,
	"name" text NOT NULL,
	"name_english" text NOT NULL,
	"address" text NOT NULL,
	"phone" text NOT NULL,
	"opens_at" time DEFAULT '08:30' NOT NULL,
	"midday_from" time DEFAULT '12:00' NOT NULL,
	"midday_to" time DEFAULT '14:30' NOT NULL,
	"closes_at" time DEFAULT '17:30' NOT NULL,
	CONSTRAINT "an_office_opens_before_it_closes" CHECK ("offices"."opens_at" < "offices"."closes_at")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"bucket" text PRIMARY KEY NOT NULL,
	"window_ends_at" timestamp with time zone NOT NULL,
	"hits" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_clock" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"ahead" interval DEFAULT interval '0' NOT NULL,
	CONSTRAINT "there_is_one_clock" CHECK ("service_clock"."only")
);
--> statement-breakpoint
CREATE TABLE "supervision_records" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"deadline_id" uuid NOT NULL,
	"office_code" text NOT NULL,
	"opened_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by_id" uuid,
	"finding" text,
	CONSTRAINT "one_supervision_record_a_lapse" UNIQUE("deadline_id"),
	CONSTRAINT "a_closed_record_has_a_finding" CHECK (("supervision_records"."closed_at" is null) = ("supervision_records"."finding" is null))
);
--> statement-breakpoint
ALTER TABLE "application_events" ADD CONSTRAINT "application_events_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_events" ADD CONSTRAINT "application_events_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_events" ADD CONSTRAINT "application_events_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_events" ADD CONSTRAINT "application_events_office_code_offices_code_fk" FOREIGN KEY ("office_code") REFERENCES "public"."offices"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_parties" ADD CONSTRAINT "application_parties_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_office_code_offices_code_fk" FOREIGN KEY ("office_code") REFERENCES "public"."offices"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_first_contact_id_staff_id_fk" FOREIGN KEY ("first_contact_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_claimed_by_id_staff_id_fk" FOREIGN KEY ("claimed_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_signatures" ADD CONSTRAINT "commitment_signatures_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_signatures" ADD CONSTRAINT "commitment_signatures_version_commitment_versions_version_fk" FOREIGN KEY ("version") REFERENCES "public"."commitment_versions"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_notices" ADD CONSTRAINT "correction_notices_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_notices" ADD CONSTRAINT "correction_notices_sent_by_id_staff_id_fk" FOREIGN KEY ("sent_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_serials" ADD CONSTRAINT "certificate_serials_office_code_offices_code_fk" FOREIGN KEY ("office_code") REFERENCES "public"."offices"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_office_code_offices_code_fk" FOREIGN KEY ("office_code") REFERENCES "public"."offices"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_office_code_offices_code_fk" FOREIGN KEY ("office_code") REFERENCES "public"."offices"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_extended_by_id_staff_id_fk" FOREIGN KEY ("extended_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_office_code_offices_code_fk" FOREIGN KEY ("office_code") REFERENCES "public"."offices"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_decided_by_id_staff_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_confirmed_by_id_staff_id_fk" FOREIGN KEY ("confirmed_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_reason_id_rejection_reasons_id_fk" FOREIGN KEY ("reason_id") REFERENCES "public"."rejection_reasons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rejection_proposals" ADD CONSTRAINT "rejection_proposals_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rejection_proposals" ADD CONSTRAINT "rejection_proposals_reason_id_rejection_reasons_id_fk" FOREIGN KEY ("reason_id") REFERENCES "public"."rejection_reasons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rejection_proposals" ADD CONSTRAINT "rejection_proposals_proposed_by_id_staff_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rejection_proposals" ADD CONSTRAINT "rejection_proposals_answered_by_id_staff_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_offices" ADD CONSTRAINT "staff_offices_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_offices" ADD CONSTRAINT "staff_offices_office_code_offices_code_fk" FOREIGN KEY ("office_code") REFERENCES "public"."offices"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offices" ADD CONSTRAINT "offices_county_code_counties_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."counties"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision_records" ADD CONSTRAINT "supervision_records_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision_records" ADD CONSTRAINT "supervision_records_deadline_id_deadlines_id_fk" FOREIGN KEY ("deadline_id") REFERENCES "public"."deadlines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision_records" ADD CONSTRAINT "supervision_records_office_code_offices_code_fk" FOREIGN KEY ("office_code") REFERENCES "public"."offices"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision_records" ADD CONSTRAINT "supervision_records_closed_by_id_staff_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_of_an_application" ON "application_events" USING btree ("application_id","id");--> statement-breakpoint
CREATE INDEX "parties_by_document" ON "application_parties" USING btree ("document_number_lookup");--> statement-breakpoint
CREATE INDEX "applications_of_a_resident" ON "applications" USING btree ("resident_id","created_at");--> statement-breakpoint
CREATE INDEX "open_applications_of_an_office" ON "applications" USING btree ("office_code","accepted_at","id") WHERE status in ('accepted', 'correction_requested');--> statement-breakpoint
CREATE INDEX "applications_by_contact_phone" ON "applications" USING btree ("contact_phone_lookup");--> statement-breakpoint
CREATE INDEX "audit_events_of_an_application" ON "audit_events" USING btree ("application_id","id");--> statement-breakpoint
CREATE INDEX "audit_events_of_a_staff_member" ON "audit_events" USING btree ("staff_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_valid_certificate_a_case" ON "certificates" USING btree ("application_id") WHERE status = 'valid';--> statement-breakpoint
CREATE INDEX "verifications_of_a_certificate" ON "verifications" USING btree ("certificate_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_running_clock_a_case" ON "deadlines" USING btree ("application_id") WHERE state = 'running';--> statement-breakpoint
CREATE UNIQUE INDEX "one_clock_of_a_kind_a_case" ON "deadlines" USING btree ("application_id","kind");--> statement-breakpoint
CREATE INDEX "deadlines_that_fall_due" ON "deadlines" USING btree ("due_at") WHERE state = 'running';--> statement-breakpoint
CREATE INDEX "running_deadlines_of_an_office" ON "deadlines" USING btree ("office_code","due_at","id") WHERE state = 'running';--> statement-breakpoint
CREATE UNIQUE INDEX "one_standing_decision_a_case" ON "decisions" USING btree ("application_id") WHERE set_aside_at is null;--> statement-breakpoint
CREATE INDEX "decisions_of_an_office" ON "decisions" USING btree ("office_code","decided_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_proposal_a_case" ON "rejection_proposals" USING btree ("application_id") WHERE answered_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_published_version_a_reason" ON "rejection_reasons" USING btree ("code") WHERE retired_at is null;--> statement-breakpoint
CREATE INDEX "sessions_of_a_resident" ON "sessions" USING btree ("resident_id");--> statement-breakpoint
CREATE INDEX "sessions_of_a_staff_member" ON "sessions" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "staff_of_an_office" ON "staff_offices" USING btree ("office_code");--> statement-breakpoint
CREATE INDEX "notifications_waiting" ON "notifications" USING btree ("created_at") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "notifications_of_an_application" ON "notifications" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "notifications_to_a_recipient" ON "notifications" USING btree ("recipient_lookup","created_at");--> statement-breakpoint
CREATE INDEX "offices_of_a_county" ON "offices" USING btree ("county_code");--> statement-breakpoint
CREATE INDEX "rate_limits_to_sweep" ON "rate_limits" USING btree ("window_ends_at");--> statement-breakpoint
CREATE INDEX "supervision_records_of_an_office" ON "supervision_records" USING btree ("office_code","opened_at");