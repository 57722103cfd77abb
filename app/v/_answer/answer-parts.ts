import { verificationPurposes } from '@/lib/verification'
import type { AnswerPage } from './answer-page'
import { type Html, html } from './html'

/** Where the public log has the certificate. */
export function logLine({ words, path, log }: AnswerPage): Html | null {
  if (!log) return null
  const proof = `/transparency/proofs${path.slice('/v'.length)}`
  return html`<p class="small">${words('log.recorded', { index: log.index + 1, size: log.size })} <a class="whole" href="/transparency">${words('log.log')}</a> · <a class="whole" href="${proof}">${words('log.proof')}</a></p>`
}

/** Is it this person? */
export function personCheck({ words, path, person }: AnswerPage): Html {
  return html`<form class="note" id="person" method="post" action="${path}#person"><h2>${words('person.title')}</h2>${
    person && html`<p class="said ${person.tone}" role="status">${person.said}</p>`
  }<p>${words('person.lead')}</p><p><label for="name">${words('person.name')}</label><input id="name" name="name" autocomplete="off" maxlength="100" value="${person?.name ?? ''}"></p><p><label for="lastSix">${words('person.lastSix')}</label><input id="lastSix" name="lastSix" autocomplete="off" maxlength="20"></p><p><button>${words('person.check')}</button></p></form>`
}

/** What for? Whoever verifies need not say. */
export function purposeForm({ words, path, purpose }: AnswerPage): Html {
  const said = purpose && html`<p class="said ${purpose.tone}" role="status">${purpose.said}</p>`
  if (purpose?.tone === 'yes') return html`<div class="note" id="purpose">${said}</div>`
  return html`<form class="note" id="purpose" method="post" action="${path}#purpose"><h2>${words('purpose.title')}</h2>${said}<p>${words('purpose.lead')}</p><p><label for="why">${words('purpose.choose')}</label><select id="why" name="why"><option value="">${words('purpose.pick')}</option>${verificationPurposes.map(
    choice => html`<option value="${choice}">${words(`purpose.choices.${choice}`)}</option>`,
  )}</select></p><p><label for="own">${words('purpose.own')}</label><input id="own" name="own" autocomplete="off" maxlength="60" value="${purpose?.typed ?? ''}"></p><p><button>${words('purpose.tell')}</button></p></form>`
}
