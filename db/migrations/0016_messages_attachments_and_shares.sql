CREATE TABLE "attachment_pages" (
	"attachment_id" uuid NOT NULL,
	"page" integer NOT NULL,
	"picture" "bytea" NOT NULL,
	"thumbnail" "bytea" NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	CONSTRAINT "attachment_pages_attachment_id_page_pk" PRIMARY KEY("attachment_id","page"),
	CONSTRAINT "pages_are_counted_from_one" CHECK ("attachment_pages"."page" between 1 and 10)
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"notice_id" uuid NOT NULL,
	"resident_id" uuid NOT NULL,
	"field" text NOT NULL,
	"origin" text NOT NULL,
	"pages" integer NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	CONSTRAINT "an_attachment_has_a_few_pages" CHECK ("attachments"."pages" between 1 and 10),
	CONSTRAINT "an_attachment_comes_from_a_picture_or_pdf" CHECK ("attachments"."origin" in ('jpeg', 'png', 'heic', 'pdf'))
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"sender" text NOT NULL,
	"resident_id" uuid,
	"staff_id" uuid,
	"office_code" text NOT NULL,
	"text" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"read_at" timestamp with time zone,
	"answer_by" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"settled_by_id" uuid,
	CONSTRAINT "a_message_names_its_writer" CHECK (("messages"."sender" = 'resident') = ("messages"."resident_id" is not null)
        and ("messages"."sender" = 'office') = ("messages"."staff_id" is not null)),
	CONSTRAINT "only_the_applicant_is_promised_an_answer" CHECK (("messages"."sender" = 'resident') = ("messages"."answer_by" is not null)),
	CONSTRAINT "only_the_office_settles_a_message" CHECK (("messages"."settled_at" is null) = ("messages"."settled_by_id" is null) and ("messages"."settled_at" is null or "messages"."sender" = 'resident')),
	CONSTRAINT "a_message_is_read_after_it_is_sent" CHECK ("messages"."read_at" >= "messages"."sent_at")
);
--> statement-breakpoint
CREATE TABLE "status_shares" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"resident_id" uuid NOT NULL,
	"secret_digest" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"views" integer DEFAULT 0 NOT NULL,
	"last_viewed_at" timestamp with time zone,
	CONSTRAINT "one_share_a_link" UNIQUE("secret_digest"),
	CONSTRAINT "a_share_lasts_a_week_at_most" CHECK ("status_shares"."expires_at" <= "status_shares"."created_at" + interval '7 days'),
	CONSTRAINT "a_share_ends_after_it_begins" CHECK ("status_shares"."expires_at" > "status_shares"."created_at")
);
--> statement-breakpoint
ALTER TABLE "attachment_pages" ADD CONSTRAINT "attachment_pages_attachment_id_attachments_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_notice_id_correction_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."correction_notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_office_code_offices_code_fk" FOREIGN KEY ("office_code") REFERENCES "public"."offices"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_settled_by_id_staff_id_fk" FOREIGN KEY ("settled_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_shares" ADD CONSTRAINT "status_shares_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_shares" ADD CONSTRAINT "status_shares_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_of_a_case" ON "attachments" USING btree ("application_id","uploaded_at");--> statement-breakpoint
CREATE INDEX "messages_of_a_case" ON "messages" USING btree ("application_id","sent_at");--> statement-breakpoint
CREATE INDEX "messages_that_wait_for_an_office" ON "messages" USING btree ("office_code","answer_by") WHERE sender = 'resident' and settled_at is null;--> statement-breakpoint
CREATE INDEX "messages_that_wait_of_a_case" ON "messages" USING btree ("application_id") WHERE sender = 'resident' and settled_at is null;--> statement-breakpoint
CREATE INDEX "status_shares_of_a_case" ON "status_shares" USING btree ("application_id","created_at");