import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { type LmsSite, serveSite } from '../helpers/lms-site.ts';
import { tramway } from './tramway.ts';
import { bannerOf, choose, copies, launch, record, saved, stateOf, turnTo, type Visit, write } from './visits.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

declare global {
  interface Window {
    /** `refuse`: commits are refused. `throw`: every call throws. */
    lmsFault: '' | 'refuse' | 'throw';
  }
}

const fail =
  (fault: Window['lmsFault']) =>
  ({ page }: Visit): Promise<unknown> =>
    page.evaluate((kind) => Object.assign(window, { lmsFault: kind }), fault);

/** Failures of an LMS while a learner works, and its return. */
const faults: Readonly<Record<string, { begin(visit: Visit, site: LmsSite): unknown; end(visit: Visit, site: LmsSite): unknown }>> = {
  'a commit is refused': { begin: fail('refuse'), end: fail('') },
  'the API throws': { begin: fail('throw'), end: fail('') },
  'the login ran out': {
    begin: (_, site) => {
      site.isExpired = true;
    },
    end: (_, site) => {
      site.isExpired = false;
    },
  },
};

/** Calls that a page which only looks must not make. */
const output = ({ page }: Visit): Promise<string[]> =>
  page.evaluate(() => window.lms.calls.filter(({ name }) => /Set|Commit/.test(name)).map(({ args }) => args.join(' ')));

describe.each([
  ['scorm12', '1.2'],
  ['scorm2004-4', '2004'],
] as const)('%s', (target, version) => {
  let zip: string;

  beforeAll(() => {
    zip = tramway(target).build();
  });

  test.each(Object.entries(faults))(
    '%s: the status shows it, the page goes on, and everything arrives once it works again',
    async (_, fault) => {
      const site = await serveSite(zip, { version });
      const context = await browser.newContext();
      const visit = await launch(context, site);
      const { sco } = visit;
      await fault.begin(visit, site);
      await choose(sco, 'Les freins');
      await saved(sco, 'failed');
      await write(sco, 'La porte ne ferme plus.');
      await turnTo(sco, 'ligne');
      await choose(sco, 'Je passe au pas');
      expect([await stateOf(sco, 'q-frein'), await stateOf(sco, 'o-panne'), await stateOf(sco, 'q-feu')]).toEqual([
        'right',
        'done',
        'wrong',
      ]);
      expect(await sco.locator('[data-save]').getAttribute('data-save')).toBe('failed');
      expect(record(site).score).toBe('');
      await fault.end(visit, site);
      // As the learner may: the next try by itself can be a minute away.
      await sco.evaluate(() => document.querySelector<HTMLElement>('[data-action="retry-save"]')?.click());
      await saved(sco);
      await expect.poll(() => record(site).score).toBe('50');
      const { elements, state } = record(site);
      expect(elements).toMatchObject({ 'cmi.interactions.0.result': 'correct', 'cmi.interactions.1.id': 'o-panne' });
      expect(state?.activities[1]?.answer).toBe('La porte ne ferme plus.');
      expect(await copies(sco)).toEqual([]);
      await context.close();
      site.close();
    },
  );

  test('left while the LMS fails: the answers are offered, and are there at the next launch', async () => {
    const site = await serveSite(zip, { version });
    const context = await browser.newContext();
    const visit = await launch(context, site);
    await fail('throw')(visit);
    await choose(visit.sco, 'Les freins');
    await saved(visit.sco, 'failed');
    await visit.sco.locator('#c-foot [data-action="leave"]').click();
    const end = visit.sco.locator('[data-view="end-failed"]');
    expect(await end.isVisible()).toBe(true);
    const [download] = await Promise.all([visit.page.waitForEvent('download'), end.locator('[data-action="download"]').click()]);
    expect(download.suggestedFilename()).toBe('rames-carnet.txt');
    await end.locator('[data-action="reopen"]').click();
    await expect.poll(() => record(site).score).toBe('50');
    await context.close();
    site.close();
  });

  test('in review nothing is written and nothing can be changed; the notice stays', async () => {
    const site = await serveSite(zip, { version });
    const context = await browser.newContext();
    const visit = await launch(context, site);
    await choose(visit.sco, 'Les freins');
    await saved(visit.sco);
    await visit.page.close();
    await expect.poll(() => site.received.at(-1)).toMatch(/Finish|Terminate/);
    const before = record(site);
    site.options.mode = 'review';
    const review = await launch(context, site, 'review');
    expect([await bannerOf(review.sco), await stateOf(review.sco, 'q-frein')]).toEqual(['review', 'right']);
    await turnTo(review.sco, 'ligne');
    expect(await review.sco.locator('#a-q-feu input:not(:disabled)').count()).toBe(0);
    expect([await bannerOf(review.sco), await output(review), await copies(review.sco)]).toEqual(['review', [], expect.any(Array)]);
    await review.page.close();
    const after = record(site);
    expect([after.status, after.score, after.state]).toEqual([before.status, before.score, before.state]);
    await context.close();
    site.close();
  });

  test('in browse only `browsed` is written, or in 2004 that the attempt goes on; the notice stays', async () => {
    const site = await serveSite(zip, { version, mode: 'browse' });
    const context = await browser.newContext();
    const visit = await launch(context, site, 'browse');
    expect(await bannerOf(visit.sco)).toBe('browse');
    await turnTo(visit.sco, 'ligne');
    // As the notice says: nothing can be answered.
    expect(await visit.sco.locator('[data-activity] :is(input, textarea):not(:disabled, [readonly])').count()).toBe(0);
    expect([await bannerOf(visit.sco), await output(visit), await copies(visit.sco)]).toEqual(['browse', [], []]);
    await visit.sco.locator('#c-foot [data-action="leave"]').click();
    await expect.poll(() => site.received.at(-1)).toMatch(/Finish|Terminate/);
    const { status, score, state } = record(site);
    expect([status, score, state]).toEqual([version === '1.2' ? 'browsed' : '', '', null]);
    expect(await output(visit)).toEqual([version === '1.2' ? 'cmi.core.lesson_status browsed' : 'cmi.exit suspend']);
    await context.close();
    site.close();
  });
});
