CREATE TABLE "assistances" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"staff_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"resident_id" uuid NOT NULL,
	"office_code" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "an_assistance_lasts_an_hour_at_most" CHECK ("assistances"."ends_at" <= "assistances"."started_at" + interval '1 hour')
);
--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "assisted_by_id" uuid;--> statement-breakpoint
ALTER TABLE "assistances" ADD CONSTRAINT "assistances_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistances" ADD CONSTRAINT "assistances_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistances" ADD CONSTRAINT "assistances_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistances" ADD CONSTRAINT "assistances_office_code_offices_code_fk" FOREIGN KEY ("office_code") REFERENCES "public"."offices"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_running_assistance_a_session" ON "assistances" USING btree ("session_id") WHERE ended_at is null;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_assisted_by_id_staff_id_fk" FOREIGN KEY ("assisted_by_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;