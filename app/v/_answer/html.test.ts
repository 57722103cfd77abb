import { expect, test } from 'vitest'
import { html } from './html'

test('texts are escaped, pieces are not', () => {
  const piece = html`<b title="${'"><script>'}">${'<&\'">'}</b>`
  expect(html`<p>${piece}${[piece]}${null}${false}${0}</p>`.markup).toBe(
    `<p>${piece.markup}${piece.markup}0</p>`,
  )
  expect(piece.markup).toBe('<b title="&quot;&gt;&lt;script&gt;">&lt;&amp;&#39;&quot;&gt;</b>')
})
