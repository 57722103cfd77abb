import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const stamp = 'node_modules/.installed-lock-hash'

/** Ends with a clear line when this Node is too old to run the product. */
export function checkNodeVersion() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 9)) return
  console.error(`需要 Node.js 20.9 或更高版本，现在是 ${process.versions.node}。`)
  console.error(`Node.js 20.9 or later is needed; this is ${process.versions.node}.`)
  process.exit(1)
}

/** Makes the project's folder the working one, wherever the command was typed. */
export function enterProject() {
  process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..'))
}

/** Installs the packages that package-lock.json names, unless they are there already. */
export async function installPackages() {
  const hash = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (isInstalled(hash)) return
  const begun = Date.now()
  console.log('→ 安装依赖 · installing packages …')
  const tick = setInterval(() => console.log(`  … ${Math.round((Date.now() - begun) / 1000)} s`), 15_000)
  const { code, output } = await npmInstall()
  clearInterval(tick)
  if (code !== 0) {
    console.error(output)
    console.error('✗ 依赖安装失败，请检查网络后再试。· Installing failed: check the network and try again.')
    process.exit(1)
  }
  writeFileSync(stamp, hash)
  console.log(`✓ 依赖已安装 · packages installed (${((Date.now() - begun) / 1000).toFixed(1)} s)`)
}

function isInstalled(hash) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === hash) return true
  if (!holdsWhatTheLockNames()) return false
  tryToStamp(hash)
  return true
}

/** An install made by hand counts when npm's own record of it agrees with package-lock.json. */
function holdsWhatTheLockNames() {
  const record = 'node_modules/.package-lock.json'
  if (!existsSync(record)) return false
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
  const there = JSON.parse(readFileSync(record, 'utf8')).packages
  return Object.entries(wanted).every(
    ([place, { version, optional }]) =>
      place === '' || there[place]?.version === version || (optional && !there[place]),
  )
}

function tryToStamp(hash) {
  try {
    writeFileSync(stamp, hash)
  } catch {
    // A read-only folder is looked at again next time, which costs a moment and changes nothing.
  }
}

/** @returns {Promise<{ code: number, output: string }>} */
function npmInstall() {
  const flags = ['ci', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline']
  const npm = process.env.npm_execpath
  const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  return new Promise(resolve => {
    let output = ''
    const child = spawn(program, [...first, ...flags], {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && program === 'npm',
    })
    const endToo = () => child.kill()
    process.once('exit', endToo)
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk))
    child.on('error', error => resolve({ code: 1, output: String(error) }))
    child.on('close', code => {
      process.off('exit', endToo)
      resolve({ code: code ?? 1, output })
    })
  })
}
