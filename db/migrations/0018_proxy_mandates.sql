ALTER TABLE "application_parties" ADD COLUMN "phone_lookup" text;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "mandate" text;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "principal_resident_id" uuid;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_principal_resident_id_residents_id_fk" FOREIGN KEY ("principal_resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "parties_by_phone" ON "application_parties" USING btree ("phone_lookup");--> statement-breakpoint
CREATE INDEX "applications_on_behalf_of" ON "applications" USING btree ("principal_resident_id");--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "only_a_proxy_acts_on_a_mandate" CHECK ("applications"."applied_by" = 'proxy' or num_nonnulls("applications"."mandate", "applications"."principal_resident_id") = 0);