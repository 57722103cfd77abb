import { readFileSync } from 'node:fs'
import { register } from 'node:module'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type PaperContent, paperDrawings } from '@/lib/certificates/paper'

const sheet = 'app/certificates/[number]/paper/_sheet'

/** Outside Next nobody reads style modules: each class is called what it is called in its file. */
const styleModules = `export const load = (url, context, next) => url.endsWith('.module.css')
  ? { format: 'module', shortCircuit: true, source: 'export default new Proxy({}, { get: (_, name) => name })' }
  : next(url, context)`

/** The page of the paper as a browser gets it, without the site around it. */
export async function paperPage(certificate: PaperContent): Promise<string> {
  register(`data:text/javascript,${encodeURIComponent(styleModules)}`)
  const { PaperSheet } = await import('@/app/certificates/[number]/paper/_sheet/paper-sheet')
  const drawings = await paperDrawings(certificate)
  const body = renderToStaticMarkup(createElement(PaperSheet, { certificate, drawings }))
  const style = readFileSync(`${sheet}/paper.module.css`, 'utf8')
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>*{box-sizing:border-box;margin:0;padding:0}${style}</style><body>${body}`
}
