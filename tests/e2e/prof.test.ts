import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { openPackage } from './open-package.ts';
import { leaveByFrame, playAtOnce } from './play-through.ts';

function cpu(): Record<string, number> {
  const out: Record<string, number> = {};
  for (const p of readdirSync('/proc').filter((n) => /^\d+$/.test(n))) {
    try {
      const cmd = readFileSync(`/proc/${p}/cmdline`, 'utf8');
      const stat = readFileSync(`/proc/${p}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      const t = (Number(stat[11]) + Number(stat[12])) / 100;
      const kind = Number(p) === process.pid ? 'me' : /chrom/.test(cmd) ? 'chrome ' + (/--type=(\w+)/.exec(cmd)?.[1] ?? 'main') : '';
      if (kind) out[kind + (kind === 'me' ? '' : ' ' + p)] = t;
    } catch {}
  }
  return out;
}
test('prof', async () => {
  const browser = await openBrowser();
  const { setting, close } = await openPackage(browser, { name: 'seance-1', target: 'scorm12', lms: 'strict' });
  const a = cpu();
  const t0 = Date.now();
  const { tab } = await playAtOnce({ ...setting, isRight: () => true });
  const b = cpu();
  console.log(
    'wall',
    Date.now() - t0,
    Object.entries(b)
      .map(([k, v]) => [k, +(v - (a[k] ?? 0)).toFixed(2)] as const)
      .filter(([, v]) => v > 0.05),
  );
  await leaveByFrame(tab);
  await close();
  await browser.close();
  expect(1).toBe(1);
}, 100000);
