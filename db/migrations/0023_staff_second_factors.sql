CREATE TABLE "assisted_prints" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"certificate_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"office_code" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone DEFAULT service_now() NOT NULL,
	CONSTRAINT "assisted_print_reasons" CHECK ("assisted_prints"."reason" in ('no-phone', 'no-printer', 'paper-lost', 'needed-at-once'))
);
--> statement-breakpoint
CREATE TABLE "staff_authenticators" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"staff_id" uuid NOT NULL,
	"secret" text NOT NULL,
	"added_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_passkeys" (
	"credential_id" text PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"is_backed_up" boolean NOT NULL,
	"name" text NOT NULL,
	"added_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "a_passkey_counts_up" CHECK ("staff_passkeys"."counter" >= 0),
	CONSTRAINT "a_passkey_has_a_short_id" CHECK (length("staff_passkeys"."credential_id") between 16 and 1400)
);
--> statement-breakpoint
CREATE TABLE "staff_recovery_codes" (
	"staff_id" uuid NOT NULL,
	"code_digest" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT service_now() NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "staff_recovery_codes_staff_id_code_digest_pk" PRIMARY KEY("staff_id","code_digest")
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "second_factor_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "passkey_challenge" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "passkey_challenge_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "initial_password_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "assisted_prints" ADD CONSTRAINT "assisted_prints_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assisted_prints" ADD CONSTRAINT "assisted_prints_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assisted_prints" ADD CONSTRAINT "assisted_prints_office_code_offices_code_fk" FOREIGN KEY ("office_code") REFERENCES "public"."offices"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_authenticators" ADD CONSTRAINT "staff_authenticators_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_passkeys" ADD CONSTRAINT "staff_passkeys_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_recovery_codes" ADD CONSTRAINT "staff_recovery_codes_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assisted_prints_of_a_certificate" ON "assisted_prints" USING btree ("certificate_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_authenticator_a_staff_member" ON "staff_authenticators" USING btree ("staff_id") WHERE "staff_authenticators"."confirmed_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_authenticator_being_set_up" ON "staff_authenticators" USING btree ("staff_id") WHERE "staff_authenticators"."confirmed_at" is null;--> statement-breakpoint
CREATE INDEX "passkeys_of_a_staff_member" ON "staff_passkeys" USING btree ("staff_id");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "only_staff_show_a_second_factor" CHECK ("sessions"."second_factor_at" is null or "sessions"."staff_id" is not null);--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "a_passkey_challenge_has_a_time" CHECK (("sessions"."passkey_challenge" is null) = ("sessions"."passkey_challenge_at" is null));