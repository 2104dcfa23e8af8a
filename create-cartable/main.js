#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { create } from './src/create.js';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

process.exitCode = await create(process.argv.slice(2), {
  version,
  node: process.versions.node,
  folder: process.cwd(),
  env: process.env,
  print: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
});
