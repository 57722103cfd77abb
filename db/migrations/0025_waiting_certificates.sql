CREATE TABLE "waiting_certificates" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"characters" text[] NOT NULL,
	"registration_basis" text NOT NULL,
	"decided_by_number" text,
	"since" timestamp with time zone DEFAULT service_now() NOT NULL,
	"issued_at" timestamp with time zone,
	CONSTRAINT "a_waiting_certificate_lacks_a_character" CHECK (cardinality("waiting_certificates"."characters") > 0)
);
--> statement-breakpoint
ALTER TABLE "waiting_certificates" ADD CONSTRAINT "waiting_certificates_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "certificates_still_waiting" ON "waiting_certificates" USING btree ("since") WHERE issued_at is null;--> statement-breakpoint
-- Certificates that were already waiting; the next round of the worker finds out for which characters.
INSERT INTO "waiting_certificates" ("application_id", "reference", "characters", "registration_basis", "decided_by_number", "since")
SELECT a.id, a.reference, array['?'], d.basis, s.staff_number, d.decided_at
FROM decisions d
JOIN applications a ON a.id = d.application_id
LEFT JOIN staff s ON s.id = d.decided_by_id
WHERE d.outcome = 'registered' AND d.set_aside_at IS NULL AND a.reference IS NOT NULL
	AND NOT EXISTS (SELECT FROM certificates c WHERE c.application_id = a.id)
ON CONFLICT DO NOTHING;
