/** Why the embedded database cannot be had, in a sentence for the person at the terminal, with a way on. */
export class EmbeddedDatabaseFailure extends Error {
  override name = 'EmbeddedDatabaseFailure'
}
