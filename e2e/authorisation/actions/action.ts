import type { Messages } from '../../../app/_language/messages'
import type { Place, Role } from '../world'

export type Action = {
  /** The page that offers the form, to whom. */
  on: (places: Record<Place, string>) => string
  offeredTo: Role
  /** How the form is known: a control that only it has, or the words of its button. */
  form: string | ((words: Messages) => string)
  /** What is typed into it; the rest as the page offers it. */
  typed?: Record<string, string> | ((places: Record<Place, string>) => Record<string, string>)
  /** Who may do it besides; everybody else who sends the same form changes nothing. */
  alsoFor?: readonly Role[]
  /** Left out where the page's own rules, not the role, decide whether something changes. */
  changes?: true
  /** Whoever showed the second factor more than ten minutes ago is asked for it, and changes nothing. */
  asksForFactor?: true
  /** The page is for a browser that has sent its phone number a moment ago. */
  afterPhone?: true
  /** The page is for a browser that came back from the OpenID provider. */
  afterProvider?: true
  /** The page is for a browser that has sent its e-mail address a moment ago. */
  afterEmail?: true
}
