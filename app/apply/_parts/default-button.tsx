/**
 * The Enter key presses the first button of a form in the order of the page, and the header's switches come
 * first; so this one, which nobody sees, stands before them and submits as the page's own button does.
 */
export function DefaultButton({ form }: { form: string }) {
  return <button type="submit" form={form} tabIndex={-1} aria-hidden="true" className="sr-only" />
}
