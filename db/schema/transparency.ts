import { bigint, bigserial, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { certificates } from './certificates'
import { instant, serviceNow } from './columns'

/**
 * What happened to certificates, for everybody to hold against us: a trigger writes a row at each issue and
 * each change of state, so that no code can forget it. Nothing in it names a person.
 */
export const transparencyEntries = pgTable(
  'transparency_entries',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    certificateId: uuid()
      .notNull()
      .references(() => certificates.id),
    /** The published text; its bytes are the leaf of the tree. */
    entry: text().notNull(),
    at: instant().notNull().default(serviceNow),
  },
  table => [index('entries_of_a_certificate').on(table.certificateId)],
)

/** The leaves of the Merkle tree (RFC 6962) in their order; a leaf is only ever added behind the last. */
export const transparencyLeaves = pgTable('transparency_leaves', {
  index: integer().primaryKey(),
  entryId: bigint({ mode: 'number' })
    .notNull()
    .unique('one_leaf_an_entry')
    .references(() => transparencyEntries.id),
  /** SHA-256 over 0x00 and the entry, in hexadecimal. */
  hash: text().notNull(),
})

/** Signed heads of the tree (C2SP tlog-checkpoint), one a size. */
export const transparencyCheckpoints = pgTable('transparency_checkpoints', {
  size: integer().primaryKey(),
  /** The root in base64, as the checkpoint says it. */
  root: text().notNull(),
  /** The whole signed note. */
  note: text().notNull(),
  signedAt: instant().notNull().default(serviceNow),
})
