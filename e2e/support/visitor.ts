/** A field or button of a form as the page offers it. */
export type FormControl = { name: string; value: string; type: string }

/** A form as it stands in a page, with the hidden fields by which the framework finds its action. */
export type PageForm = {
  /** The path of the page that holds it. */
  page: string
  method: 'get' | 'post'
  action: string
  id: string | null
  /** Its words, by which people know it. */
  text: string
  controls: FormControl[]
}

export type Visited = {
  status: number
  /** Where it leads, for a redirect. */
  location: string | null
  headers: Headers
  text: string
}

/** Where a form says that it comes from: our own page unless told otherwise. */
export type Sender = { headers: Record<string, string> }

/** Somebody who uses the service without a browser: pages, forms and cookies over plain HTTP. */
export type Visitor = {
  visit(path: string, init?: RequestInit): Promise<Visited>
  forms(path: string): Promise<PageForm[]>
  /** Sends a form as a browser without scripts would; `values` replace what the page offered. */
  submit(form: PageForm, values: Record<string, string>, from?: Sender): Promise<Visited>
  cookies: Map<string, string>
}

export function openVisitor(
  address: string,
  { language = 'zh-CN', from }: { language?: string; from?: string } = {},
): Visitor {
  const cookies = new Map<string, string>()
  const visit: Visitor['visit'] = async (path, init = {}) => {
    const headers = new Headers({ 'accept-language': language, ...(from && { 'x-forwarded-for': from }) })
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value)
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(pair => pair.join('=')).join('; '))
    const answer = await fetch(new URL(path, address), { redirect: 'manual', ...init, headers })
    keepCookies({ cookies, answer })
    return {
      status: answer.status,
      location: answer.headers.get('location'),
      headers: answer.headers,
      text: await answer.text(),
    }
  }
  const ourPage = { origin: new URL(address).origin, 'sec-fetch-site': 'same-origin' }
  const submit: Visitor['submit'] = async (form, values, { headers } = { headers: ourPage }) => {
    const body = new FormData()
    for (const [name, value] of valuesToSend({ form, values })) body.append(name, value)
    if (form.method === 'get') {
      const query = new URLSearchParams([...body].map(([name, value]) => [name, String(value)]))
      return visit(`${form.action.split('?')[0]}?${query}`)
    }
    return visit(form.action, { method: 'POST', body, headers })
  }
  return {
    cookies,
    visit,
    submit,
    forms: async path => formsIn({ page: path, html: (await visit(path)).text }),
  }
}

function keepCookies({ cookies, answer }: { cookies: Map<string, string>; answer: Response }): void {
  for (const line of answer.headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split(';').map(part => part.trim())
    const [name = '', value = ''] = pair.split(/=(.*)/s)
    if (value === '' || attributes.some(attribute => /^max-age=0$/i.test(attribute))) cookies.delete(name)
    else cookies.set(name, value)
  }
}

/** What a browser would send: the fields, at most one button, a ticked box only where it is asked for. */
function valuesToSend({
  form,
  values,
}: {
  form: PageForm
  values: Record<string, string>
}): [string, string][] {
  const pressed = form.controls.find(({ type, name }) => type === 'submit' && name in values)
  const sent = form.controls.filter(({ type, name }) => {
    if (type === 'submit') return false
    return type === 'checkbox' || type === 'radio' ? name in values : true
  })
  const once = [...new Map(sent.map(control => [control.name, control])).values()]
  const fields = once.map(({ name, value }): [string, string] => [name, values[name] ?? value])
  return pressed ? [...fields, [pressed.name, values[pressed.name] ?? pressed.value]] : fields
}

/** The forms of a page, read from its HTML. */
export function formsIn({ page, html }: { page: string; html: string }): PageForm[] {
  const outside = html.replaceAll(/<form\b.*?<\/form>/gs, '')
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, attributes = '', inside = '']) => {
    const id = attribute(attributes, 'id')
    const elsewhere = controlsIn(outside).filter(({ form }) => id !== null && form === id)
    return {
      page,
      id,
      method: attribute(attributes, 'method')?.toLowerCase() === 'post' ? 'post' : 'get',
      action: attribute(attributes, 'action') || page,
      text: withoutEntities(inside.replaceAll(/<[^>]*>/g, ' ')),
      controls: [...controlsIn(inside), ...elsewhere].map(({ name, value, type }) => ({ name, value, type })),
    }
  })
}

function controlsIn(html: string): (FormControl & { form: string | null })[] {
  const tags = html.matchAll(
    /<(input|select|textarea|button)\b([^>]*)>(.*?)(?=<input|<select|<textarea|<button|$)/gs,
  )
  return [...tags].flatMap(([, tag = '', attributes = '', after = '']) => {
    const name = attribute(attributes, 'name')
    if (name === null) return []
    const type = tag === 'button' ? 'submit' : (attribute(attributes, 'type') ?? tag)
    const value = valueOfControl({ tag, attributes, after })
    return [{ name, type, value, form: attribute(attributes, 'form') }]
  })
}

function valueOfControl({
  tag,
  attributes,
  after,
}: {
  tag: string
  attributes: string
  after: string
}): string {
  if (tag === 'textarea') return withoutEntities(after.split('</textarea>')[0] ?? '')
  if (tag !== 'select') return attribute(attributes, 'value') ?? ''
  const options = [...after.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => option)
  const chosen = options.find(option => /\bselected\b/.test(option)) ?? options[0] ?? ''
  return attribute(chosen, 'value') ?? ''
}

function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'i').exec(attributes)
  return found?.[1] === undefined ? null : withoutEntities(found[1])
}

function withoutEntities(text: string): string {
  return text
    .replaceAll(/&#(x?)([0-9a-f]+);/gi, (_, hex, code) =>
      String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)),
    )
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
