import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { type LmsSite, serveSite } from '../helpers/lms-site.ts';
import { sessionSeconds } from './record.ts';
import { tramway } from './tramway.ts';
import { choose, launch, openTab, record, saved, scoOf, stateOf, type Visit } from './visits.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

/** Ends of a visit. */
const endings: Readonly<Record<string, (visit: Visit) => Promise<unknown>>> = {
  'the tab is closed': ({ page }) => page.close(),
  'the page is loaded again': ({ page }) => page.reload(),
  'the learner goes elsewhere': ({ page }) => page.goto('about:blank'),
  'the LMS takes the frame away': ({ page }) => page.evaluate(() => document.getElementById('sco')?.remove()),
  '« Enregistrer et quitter »': async ({ sco }) => {
    await sco.locator('#c-foot [data-action="leave"]').click();
    await sco.locator('[data-view="end-saved"]:not([hidden])').waitFor();
  },
};

const endsOf = (site: LmsSite): number => site.received.filter((call) => /Finish|Terminate/.test(call)).length;

/** The server has the first answer, what was typed last, and the time of the visits so far. */
function expectRecord(site: LmsSite, typed: string, seconds: number): void {
  const { status, score, elements, state } = record(site);
  expect([status, score]).toEqual(['incomplete', '50']);
  expect(elements).toMatchObject({ 'cmi.interactions.0.id': 'q-frein', 'cmi.interactions.0.result': 'correct' });
  expect(state?.activities[1]?.draft).toBe(typed);
  expect(state?.time).toBeLessThanOrEqual(seconds);
  expect(sessionSeconds(elements, site.options.version)).toBeLessThanOrEqual(seconds);
}

test.each([
  ['scorm12', '1.2', 'strict'],
  ['scorm2004-4', '2004', 'strict'],
  ['scorm2004-4', '2004', 'scorm-again'],
] as const)(
  '%s, %s, %s: however a visit ends, the record is that of what was done, and the next one has it all',
  async (target, version, lms) => {
    const site = await serveSite(tramway(target).build(), { version, lms });
    const context = await browser.newContext();
    const begun = Date.now();
    let typed = '';
    let visit = await launch(context, site);
    await choose(visit.sco, 'Les freins');
    await visit.page.waitForTimeout(1100);
    for (const [name, end] of Object.entries(endings)) {
      expect([name, await stateOf(visit.sco, 'q-frein')]).toEqual([name, 'right']);
      const field = visit.sco.locator('#a-o-panne textarea');
      expect(await field.inputValue()).toBe(typed);
      typed += `${name}. `;
      await field.fill(typed);
      const ends = endsOf(site);
      await end(visit);
      await expect.poll(() => endsOf(site)).toBe(ends + 1);
      expectRecord(site, typed, (Date.now() - begun) / 1000);
      expect([name, visit.faults]).toEqual([name, []]);
      if (name === 'the page is loaded again') visit = { ...visit, sco: await scoOf(visit.page, 'saved') };
      else {
        await visit.page.close();
        visit = await launch(context, site);
      }
    }
    await saved(visit.sco);
    expect(record(site).state?.time).toBeGreaterThanOrEqual(1);
    await context.close();
    site.close();
  },
);

/** Lets its beacon go only where the frame is busy with an event that the LMS knows by name, as ILIAS does in 1.2. */
const CHOOSY = `<script>
  const send = navigator.sendBeacon.bind(navigator);
  navigator.sendBeacon = (...args) => /^(?:unload|beforeunload|click)$/.test(window.frames[0]?.event?.type) && send(...args);
</script>`;

test.each(['the tab is closed', 'the LMS takes the frame away'])(
  'an LMS that does not know pagehide has the last word: %s',
  async (name) => {
    const pages = { '/choosy': `$LMS${CHOOSY}<iframe id="sco" title="sco" src="$SCO"></iframe>` };
    const site = await serveSite(tramway('scorm12').build(), { version: '1.2', pages });
    const context = await browser.newContext();
    const tab = await openTab(context, site);
    await tab.page.goto(`${site.origin}/choosy`);
    const visit = { ...tab, sco: await scoOf(tab.page, 'saved') };
    await visit.sco.locator('#a-o-panne textarea').fill('Le frein a lâché.');
    await endings[name]?.(visit);
    await expect.poll(() => endsOf(site)).toBe(1);
    expect([record(site).state?.activities[1]?.draft, visit.faults]).toEqual(['Le frein a lâché.', []]);
    await context.close();
    site.close();
  },
);
