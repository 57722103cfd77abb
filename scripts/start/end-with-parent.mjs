// Loaded into a program that is not ours, as `next build`, and into what it starts: when its parent is killed, it
// ends too instead of writing on into a folder that the next start needs.
import process from 'node:process'

const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) process.exit(1)
}, 500).unref()
