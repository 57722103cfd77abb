/**
 * What people typed before the scripts arrived. React writes the server's text over it as it takes a text area over
 * (react-dom: initTextarea), so a slow phone would lose the first words; text-area.tsx puts them back.
 */
const typedEarly = new WeakMap<HTMLTextAreaElement, string>()

function remember(target: EventTarget | null): void {
  if (target instanceof HTMLTextAreaElement) typedEarly.set(target, target.value)
}

if (typeof document !== 'undefined') {
  for (const area of document.querySelectorAll('textarea')) remember(area)
  document.addEventListener('input', ({ target }) => remember(target), { capture: true })
}

/** For the `ref` of a text area: once, when React has taken it over. */
export function putBackWhatWasTyped(area: HTMLTextAreaElement | null): void {
  const typed = area && typedEarly.get(area)
  if (area && typed !== undefined && typed !== null && area.value !== typed) area.value = typed
}
