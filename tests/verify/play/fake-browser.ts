import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Talks as a browser does, over its two pipes; what it answers comes below. */
const HEAD = `#!${process.execPath}
const fs = require('node:fs');
const http = require('node:http');
const write = (bytes) => fs.writeSync(4, bytes);
const send = (message) => write(JSON.stringify(message) + '\\0');
const happens = (method, params, sessionId) => send({ method, params, ...(sessionId && { sessionId }) });
let rest = '';
fs.createReadStream('', { fd: 3, encoding: 'utf8' })
  .on('error', () => process.exit(0))
  .on('end', () => process.exit(0))
  .on('data', (text) => {
    const parts = (rest + text).split('\\0');
    rest = parts.pop();
    for (const part of parts) {
      const { id, method, params, sessionId } = JSON.parse(part);
      if (method === 'Browser.close') onClose(id);
      else answer(method, params, sessionId, (result = {}) => send({ id, result }), (message) => send({ id, error: { message } }));
    }
  });
let onClose = (id) => {
  send({ id, result: {} });
  process.exit(0);
};
`;

/**
 * Writes a program that stands for an installed browser.
 * @param script its function \`answer(method, params, sessionId, resolve, reject)\`
 * @returns its path
 */
export function fakeBrowser(script: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'cartable-')), 'browser.cjs');
  writeFileSync(path, `${HEAD}\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}
