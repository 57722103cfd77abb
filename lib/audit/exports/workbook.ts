import writeExcelFile from 'write-excel-file/node'
import { withoutFormula } from './signed-export'

/** XML 1.0 has no place for these; a workbook with one does not open. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
/** What a cell of a spreadsheet holds at most. */
const longestCell = 32_000

/** A table as a workbook of one sheet. Every cell is a text, never a number or a formula. */
export async function workbookOf(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const [head = [], ...others] = rows
  const cell = (text: string) => ({
    type: String,
    value: withoutFormula(text.toWellFormed().replace(notXml, '\uFFFD')).slice(0, longestCell),
  })
  const sheet = [
    head.map(text => ({ ...cell(text), fontWeight: 'bold' as const })),
    ...others.map(row => row.map(cell)),
  ]
  return writeExcelFile(sheet, { sheet: 'audit', stickyRowsCount: 1 }).toBuffer()
}
