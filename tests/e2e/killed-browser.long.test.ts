import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openProfile } from '../helpers/browser.ts';
import { serveSite } from '../helpers/lms-site.ts';
import { spread } from '../helpers/sweep.ts';
import { tramway } from './tramway.ts';
import { choose, copies, launch, record, saved, stateOf, write } from './visits.ts';

/** The browser's process ends as by a power cut: no page is asked. */
async function kill(context: BrowserContext, page: Page): Promise<void> {
  const gone = new Promise((resolve) => context.once('close', resolve));
  const session = await context.newCDPSession(page);
  await Promise.race([gone, session.send('Browser.crash').catch(() => undefined)]);
  await gone;
}

/** Tests whether the browser has written this attempt's copy from its memory to the disk, which takes seconds. */
function isOnDisk(profile: string, attempt: string): boolean {
  const folder = join(profile, 'Default/Local Storage/leveldb');
  return readdirSync(folder).some((name) => name.endsWith('.log') && readFileSync(join(folder, name)).includes(attempt));
}

const TARGETS = [
  ['scorm12', '1.2'],
  ['scorm2004-4', '2004'],
] as const;

test.each(spread(TARGETS, 1))(
  '%s: after the browser was killed, what was committed is there, and what only lay in this browser',
  async (target, version) => {
    const site = await serveSite(tramway(target).build(), { version });
    const profile = mkdtempSync(join(tmpdir(), 'cartable-profile-'));
    const context = await openProfile(profile);
    const first = await launch(context, site);
    await choose(first.sco, 'Les freins');
    await saved(first.sco);
    expect(record(site).score).toBe('50');
    site.isDown = true;
    await write(first.sco, 'La porte ne ferme plus.');
    await saved(first.sco, 'failed');
    const attempt = record(site).state?.attempt ?? '';
    await expect.poll(() => isOnDisk(profile, attempt), { timeout: 30_000 }).toBe(true);
    await kill(context, first.page);
    site.isDown = false;
    expect(site.received.join()).not.toMatch(/Finish|Terminate/);

    const again = await openProfile(profile);
    const next = await launch(again, site);
    expect([await stateOf(next.sco, 'q-frein'), await stateOf(next.sco, 'o-panne')]).toEqual(['right', 'done']);
    await expect.poll(() => copies(next.sco)).toEqual([]);
    const { score, elements, state } = record(site);
    expect([score, state?.attempt, state?.activities[1]?.answer]).toEqual(['50', attempt, 'La porte ne ferme plus.']);
    expect(elements).toMatchObject({ 'cmi.interactions.0.result': 'correct', 'cmi.interactions.1.id': 'o-panne' });
    await again.close();
    rmSync(profile, { recursive: true });
    site.close();
  },
);
