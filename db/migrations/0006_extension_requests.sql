CREATE TABLE "extension_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"working_days" integer NOT NULL,
	"reason" text NOT NULL,
	"requested_by_id" uuid NOT NULL,
	"requested_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by_id" uuid,
	"outcome" text,
	"answer_note" text,
	CONSTRAINT "a_requested_extension_is_a_number_of_working_days" CHECK ("extension_requests"."working_days" between 1 and 250),
	CONSTRAINT "an_answered_request_has_an_outcome" CHECK (num_nulls("extension_requests"."answered_at", "extension_requests"."answered_by_id", "extension_requests"."outcome") in (0, 3)),
	CONSTRAINT "a_declined_request_says_why" CHECK ("extension_requests"."outcome" <> 'declined' or "extension_requests"."answer_note" is not null)
);
--> statement-breakpoint
ALTER TABLE "extension_requests" ADD CONSTRAINT "extension_requests_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension_requests" ADD CONSTRAINT "extension_requests_requested_by_id_staff_id_fk" FOREIGN KEY ("requested_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension_requests" ADD CONSTRAINT "extension_requests_answered_by_id_staff_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_extension_request_a_case" ON "extension_requests" USING btree ("application_id") WHERE answered_at is null;