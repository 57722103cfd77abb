/** Every main page four times: two widths, two languages, each picture a link to itself in full. */
export function pageOfScreens(names: readonly string[]): string {
  const head = `# The main pages

Taken by \`npm run screens\` from the demo of the production build, at 360 and 1280 px, in Chinese and English.
`
  const cell = (file: string, width: number) =>
    `<a href="${file}"><img src="${file}" width="${width}" alt="${file.replace('.webp', '')}"></a>`
  const rows = names.map(
    name => `## ${name}

| 中文, 360 px | English, 360 px | 中文, 1280 px | English, 1280 px |
|---|---|---|---|
| ${cell(`${name}-360-zh-CN.webp`, 150)} | ${cell(`${name}-360-en.webp`, 150)} | ${cell(`${name}-1280-zh-CN.webp`, 320)} | ${cell(`${name}-1280-en.webp`, 320)} |
`,
  )
  return [head, ...rows].join('\n')
}
