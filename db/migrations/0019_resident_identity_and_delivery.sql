CREATE TABLE "openid_links" (
	"issuer" text NOT NULL,
	"subject_lookup" text NOT NULL,
	"resident_id" uuid NOT NULL,
	"linked_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	CONSTRAINT "openid_links_issuer_subject_lookup_pk" PRIMARY KEY("issuer","subject_lookup"),
	CONSTRAINT "one_link_a_resident_and_provider" UNIQUE("resident_id","issuer")
);
--> statement-breakpoint
CREATE TABLE "phone_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"resident_id" uuid NOT NULL,
	"way" text NOT NULL,
	"old_phone" text NOT NULL,
	"new_phone" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"changed_at" timestamp with time zone,
	"staff_id" uuid,
	"office_code" text,
	"document_seen" text,
	"application_id" uuid,
	"objection_digest" text,
	"object_until" timestamp with time zone,
	"objected_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"reviewed_by_id" uuid,
	"reviewed_at" timestamp with time zone,
	CONSTRAINT "one_phone_change_an_objection_link" UNIQUE("objection_digest"),
	CONSTRAINT "an_office_names_who_saw_what" CHECK (case when "phone_changes"."way" = 'office'
        then num_nulls("phone_changes"."staff_id", "phone_changes"."office_code", "phone_changes"."document_seen", "phone_changes"."application_id") = 0
        else num_nonnulls("phone_changes"."staff_id", "phone_changes"."office_code", "phone_changes"."document_seen", "phone_changes"."application_id") = 0 end),
	CONSTRAINT "only_a_change_in_effect_is_objected_to" CHECK ("phone_changes"."objected_at" is null or ("phone_changes"."changed_at" is not null and "phone_changes"."objected_at" <= "phone_changes"."object_until")),
	CONSTRAINT "only_an_objection_is_settled" CHECK ("phone_changes"."settled_at" is null or "phone_changes"."objected_at" is not null),
	CONSTRAINT "a_second_look_has_a_time" CHECK (("phone_changes"."reviewed_by_id" is null) = ("phone_changes"."reviewed_at" is null)),
	CONSTRAINT "a_second_look_is_another_persons" CHECK ("phone_changes"."reviewed_by_id" is null or "phone_changes"."reviewed_by_id" <> "phone_changes"."staff_id")
);
--> statement-breakpoint
ALTER TABLE "residents" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "residents" ADD COLUMN "email_confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "residents" ADD COLUMN "sms_for" text DEFAULT 'everything' NOT NULL;--> statement-breakpoint
ALTER TABLE "residents" ADD COLUMN "email_for" text DEFAULT 'nothing' NOT NULL;--> statement-breakpoint
ALTER TABLE "residents" ADD COLUMN "frozen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "resident_came_by" text;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "failed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "copy_of" uuid;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "read_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "openid_links" ADD CONSTRAINT "openid_links_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phone_changes" ADD CONSTRAINT "phone_changes_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phone_changes" ADD CONSTRAINT "phone_changes_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phone_changes" ADD CONSTRAINT "phone_changes_office_code_offices_code_fk" FOREIGN KEY ("office_code") REFERENCES "public"."offices"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phone_changes" ADD CONSTRAINT "phone_changes_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phone_changes" ADD CONSTRAINT "phone_changes_reviewed_by_id_staff_id_fk" FOREIGN KEY ("reviewed_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "phone_changes_of_a_resident" ON "phone_changes" USING btree ("resident_id","asked_at");--> statement-breakpoint
CREATE INDEX "phone_changes_at_offices" ON "phone_changes" USING btree ("changed_at") WHERE way = 'office';--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "a_copy_has_its_original" FOREIGN KEY ("copy_of") REFERENCES "public"."notifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notifications_of_a_resident" ON "notifications" USING btree ("resident_id","created_at");--> statement-breakpoint
ALTER TABLE "residents" ADD CONSTRAINT "an_email_is_confirmed" CHECK (("residents"."email" is null) = ("residents"."email_confirmed_at" is null));--> statement-breakpoint
ALTER TABLE "residents" ADD CONSTRAINT "messages_by_email_need_one" CHECK ("residents"."email_for" = 'nothing' or "residents"."email" is not null);--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "what_was_given_up_was_not_sent" CHECK (num_nonnulls("notifications"."sent_at", "notifications"."failed_at") <= 1);