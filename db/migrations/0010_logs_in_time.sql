CREATE INDEX "events_in_time" ON "application_events" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "events_of_a_staff_member" ON "application_events" USING btree ("staff_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_events_in_time" ON "audit_events" USING btree ("at","id");