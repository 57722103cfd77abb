import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { LANGUAGES } from '../../app/_language/languages'
import { inBothLanguages, type Page, test } from '../support/journey'
import { signInAsResident, signInAsStaff } from '../support/sign-in'
import { pageOfScreens } from './page-of-screens'
import { type Room, rooms, type Visitor } from './rooms'

const folder = path.join(process.cwd(), 'docs', 'screens')
const widths = [360, 1280]
/** A picture ends where nobody scrolls any more; the page goes on. */
const longestPx = { 360: 2_400, 1280: 1_600 } as Record<number, number>

inBothLanguages(language => {
  for (const visitor of new Set(rooms.map(room => room.visitor))) {
    test(`${visitor}: every main page`, async ({ page, words, clock }) => {
      await mkdir(folder, { recursive: true })
      await page.emulateMedia({ reducedMotion: 'reduce' })
      // A phone is sent one code a minute, and the other language may have come in a moment ago.
      const minutesLater = LANGUAGES.indexOf(language)
      if (minutesLater > 0)
        await clock.travelTo(new Date((await clock.now()).getTime() + minutesLater * 61_000))
      await comeIn({ page, words, visitor })
      for (const room of rooms.filter(one => one.visitor === visitor)) {
        await open({ page, room })
        for (const width of widths) {
          await photograph({ page, width, file: `${room.name}-${width}-${language}.webp` })
        }
      }
    })
  }
})

test('the page that shows them side by side', async () => {
  await writeFile(path.join(folder, 'README.md'), pageOfScreens(rooms.map(({ name }) => name)))
})

async function comeIn({
  page,
  words,
  visitor,
}: { page: Page; visitor: Visitor } & Pick<Parameters<typeof signInAsStaff>[0], 'words'>) {
  if (visitor === 'anybody') return
  if (visitor === 'resident') return signInAsResident({ page, words, phone: '13800000001' })
  const back = visitor === 'chenxiao' || visitor === 'zhouwei' ? '/staff' : '/staff/account'
  await signInAsStaff({ page, words, name: visitor, back })
}

async function open({ page, room: { at } }: { page: Page; room: Room }): Promise<void> {
  if (typeof at === 'string') await page.goto(at)
  else await at(page)
}

async function photograph({ page, width, file }: { page: Page; width: number; file: string }) {
  await page.setViewportSize({ width, height: width === 360 ? 740 : 900 })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const png = await page.screenshot({ fullPage: true })
  const { height = 0 } = await sharp(png).metadata()
  await sharp(png)
    .extract({ left: 0, top: 0, width, height: Math.min(height, longestPx[width] ?? height) })
    .webp({ quality: 70, effort: 6 })
    .toFile(path.join(folder, file))
}
