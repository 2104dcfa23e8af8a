import { join } from 'node:path';
import { expect, test } from 'vitest';
import { npmCommand } from '../../create-cartable/src/run.js';

test('npm is the one that runs this program, whatever the slashes', () => {
  const unix = '/usr/lib/node_modules/npm/bin/npm-cli.js';
  const windows = 'C:\\Program Files\\nodejs\\node_modules\\npm\\bin\\npm-cli.js';
  for (const script of [unix, windows])
    expect(npmCommand({ npm_execpath: script })).toEqual({ file: process.execPath, args: [script], shell: false });
  expect(npmCommand({ npm_execpath: '/usr/lib/node_modules/npm/bin/npx-cli.js' }).args).toEqual([
    join('/usr/lib/node_modules/npm/bin', 'npm-cli.js'),
  ]);
});

test('without one, or with another installer, it is the installed one', () => {
  for (const env of [{}, { npm_execpath: '/usr/lib/pnpm.cjs' }]) {
    expect(npmCommand(env)).toEqual({ file: 'npm', args: [], shell: process.platform === 'win32' });
  }
});
