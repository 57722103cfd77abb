CREATE TABLE "complaints" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"resident_id" uuid NOT NULL,
	"deadline_id" uuid NOT NULL,
	"text" text NOT NULL,
	"filed_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"escalated_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"answered_by_id" uuid,
	"answer" text,
	"outcome" text,
	CONSTRAINT "one_complaint_a_clock" UNIQUE("deadline_id"),
	CONSTRAINT "an_answered_complaint_has_its_person_and_outcome" CHECK (num_nulls("complaints"."answered_at", "complaints"."answered_by_id", "complaints"."answer", "complaints"."outcome") in (0, 4)),
	CONSTRAINT "a_complaint_has_two_outcomes" CHECK ("complaints"."outcome" is null or "complaints"."outcome" in ('upheld', 'not-upheld')),
	CONSTRAINT "a_complaint_is_answered_after_it_is_filed" CHECK ("complaints"."answered_at" >= "complaints"."filed_at")
);
--> statement-breakpoint
DROP INDEX "one_running_clock_a_case";--> statement-breakpoint
DROP INDEX "one_clock_of_a_kind_a_case";--> statement-breakpoint
ALTER TABLE "commitment_signatures" ADD COLUMN "way" text DEFAULT 'promise' NOT NULL;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_deadline_id_deadlines_id_fk" FOREIGN KEY ("deadline_id") REFERENCES "public"."deadlines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_answered_by_id_staff_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_complaint_a_case" ON "complaints" USING btree ("application_id") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "complaints_of_a_case" ON "complaints" USING btree ("application_id","filed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_running_complaint_clock_a_case" ON "deadlines" USING btree ("application_id") WHERE state = 'running' and kind = 'complaint-answer';--> statement-breakpoint
CREATE INDEX "deadlines_of_a_case" ON "deadlines" USING btree ("application_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_running_clock_a_case" ON "deadlines" USING btree ("application_id") WHERE state = 'running' and kind <> 'complaint-answer';--> statement-breakpoint
CREATE UNIQUE INDEX "one_clock_of_a_kind_a_case" ON "deadlines" USING btree ("application_id","kind") WHERE kind <> 'complaint-answer';--> statement-breakpoint
ALTER TABLE "commitment_signatures" ADD CONSTRAINT "a_signer_promises_or_asks_for_a_check" CHECK ("commitment_signatures"."way" in ('promise', 'check'));