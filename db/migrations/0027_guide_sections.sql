CREATE TABLE "guide_sections" (
	"language" text NOT NULL,
	"anchor" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "guide_sections_language_anchor_pk" PRIMARY KEY("language","anchor"),
	CONSTRAINT "a_guide_section_is_in_a_language_of_the_service" CHECK ("guide_sections"."language" in ('zh-CN', 'en'))
);
--> statement-breakpoint
CREATE INDEX "guide_sections_by_word" ON "guide_sections" USING gin ("words");