CREATE TABLE "ratings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"resident_id" uuid NOT NULL,
	"office_code" text NOT NULL,
	"step" integer NOT NULL,
	"words" text,
	"rated_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"answer_by" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"answered_by_id" uuid,
	"answer" text,
	CONSTRAINT "one_rating_a_case" UNIQUE("application_id"),
	CONSTRAINT "a_rating_has_five_steps" CHECK ("ratings"."step" between 1 and 5),
	CONSTRAINT "a_low_rating_is_promised_an_answer" CHECK (("ratings"."step" <= 2) = ("ratings"."answer_by" is not null)),
	CONSTRAINT "an_answered_rating_was_promised_one_and_names_its_person" CHECK (num_nulls("ratings"."answered_at", "ratings"."answered_by_id", "ratings"."answer") in (0, 3)
        and ("ratings"."answered_at" is null or "ratings"."answer_by" is not null)),
	CONSTRAINT "a_rating_is_answered_after_it_is_given" CHECK ("ratings"."answered_at" >= "ratings"."rated_at")
);
--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_office_code_offices_code_fk" FOREIGN KEY ("office_code") REFERENCES "public"."offices"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_answered_by_id_staff_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ratings_of_an_office" ON "ratings" USING btree ("office_code","rated_at");--> statement-breakpoint
CREATE INDEX "ratings_that_wait_for_an_answer" ON "ratings" USING btree ("office_code","answer_by") WHERE answer_by is not null and answered_at is null;