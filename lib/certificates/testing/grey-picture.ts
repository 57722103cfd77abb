/** A picture in shades of grey, 0 is black. */
export type GreyPicture = { width: number; height: number; pixels: Uint8Array }

/** Reads a picture as `pdftoppm -gray` writes it (PGM, binary). */
export function readPgm(file: Uint8Array): GreyPicture {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(file.subarray(0, 60)).toString('latin1'))
  if (!head) throw new Error('not a PGM with 256 shades')
  const [width, height] = [Number(head[1]), Number(head[2])]
  return { width, height, pixels: file.subarray(head[0].length, head[0].length + width * height) }
}

export function writePgm({ width, height, pixels }: GreyPicture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), pixels])
}

/** As a lens out of focus draws it: Gaussian, with this deviation in pixels. */
export function blurred(picture: GreyPicture, deviation: number): GreyPicture {
  const reach = Math.ceil(deviation * 3)
  const weights = Array.from({ length: 2 * reach + 1 }, (_, index) =>
    Math.exp(-((index - reach) ** 2) / (2 * deviation ** 2)),
  )
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const along = (from: GreyPicture, step: { x: number; y: number }) =>
    drawn(from, (x, y) =>
      weights.reduce((total, weight, index) => {
        const away = index - reach
        return total + (weight / sum) * shadeAt(from, x + away * step.x, y + away * step.y)
      }, 0),
    )
  return along(along(picture, { x: 1, y: 0 }), { x: 0, y: 1 })
}

/** Turned about its middle; what comes in from outside is white. */
export function rotated(picture: GreyPicture, degrees: number): GreyPicture {
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  const [middleX, middleY] = [picture.width / 2, picture.height / 2]
  return drawn(picture, (x, y) => {
    const [fromX, fromY] = [x - middleX, y - middleY]
    return between(picture, {
      x: middleX + fromX * cosine + fromY * sine,
      y: middleY - fromX * sine + fromY * cosine,
    })
  })
}

/** Without any grey, as a fax or a cheap copier leaves it. */
export function blackAndWhite(picture: GreyPicture): GreyPicture {
  return drawn(picture, (x, y) => (shadeAt(picture, x, y) < 128 ? 0 : 255))
}

function between(picture: GreyPicture, { x, y }: { x: number; y: number }): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [right, down] = [x - left, y - top]
  const upper = shadeAt(picture, left, top) * (1 - right) + shadeAt(picture, left + 1, top) * right
  const lower = shadeAt(picture, left, top + 1) * (1 - right) + shadeAt(picture, left + 1, top + 1) * right
  return upper * (1 - down) + lower * down
}

function shadeAt({ width, height, pixels }: GreyPicture, x: number, y: number): number {
  return x < 0 || y < 0 || x >= width || y >= height ? 255 : (pixels[y * width + x] ?? 255)
}

function drawn({ width, height }: GreyPicture, shade: (x: number, y: number) => number): GreyPicture {
  const pixels = Uint8Array.from({ length: width * height }, (_, index) =>
    Math.round(shade(index % width, Math.floor(index / width))),
  )
  return { width, height, pixels }
}
