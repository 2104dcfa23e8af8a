import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHOICE } from '../bad-input/cases.ts';
import { depot, rames } from '../bad-input/depot-project.ts';
import { openZip } from '../e2e/open-package.ts';
import { axe } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { scoFrame } from '../helpers/keyboard.ts';
import { visit } from '../helpers/lms-host.ts';
import { buildSheets } from '../sheets/built-sheets.ts';

const LONG = 'const frein = { pression: 5, cloche: "une ligne de code qui est bien plus longue que ce qu’un téléphone montre" };';

const QUESTION = CHOICE.replace('- [ ]', `> Il frotte[^2].\n>\n> > [!TIP]\n> > Sonnez.\n>\n> \`\`\`\n> ${LONG}\n> \`\`\`\n- [ ]`);

const BODY = `# Le quai {#quai}

Une rame attend[^1] ; voir https://www.example.org/un/chemin/plus/long/que/la/largeur/d-un/telephone?ligne=1&quai=2.

> Un conducteur ne part jamais sans essai.

> [!WARNING]
> Ne courez pas.

| Rame | Places |
|------|-------:|
| A    | 120    |

\`\`\`
${LONG}
\`\`\`

# La voie {#voie}

La voie est libre[^1].

${QUESTION}

[^1]: Sur la voie 2, voir [le quai](#quai).
[^2]: De service.
`;

let browser: Browser;
let close: () => Promise<void>;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  const { out } = await buildSheets(depot(rames(BODY)));
  const opened = await openZip(browser, `${out}/depot/rames.scorm12.zip`, { target: 'scorm12', lms: 'strict' });
  close = opened.close;
  const { context, host, version, start } = opened.setting;
  page = await context.newPage();
  await visit(page, host, { version }, start);
});

afterAll(async () => {
  await close?.();
  await browser?.close();
});

/** Id of the focused element. */
function focused(): Promise<string> {
  return scoFrame(page).evaluate(() => document.activeElement?.id ?? '');
}

test('a number leads to its note, the note back to the text, by keyboard and on a later page', async () => {
  const frame = scoFrame(page);
  await frame.locator('#a-quai_1-1').press('Enter');
  await expect.poll(focused).toBe('a-quai_1');
  await frame.locator('[role="doc-backlink"][aria-label="Retour au texte, note 1"]').first().press('Enter');
  await expect.poll(focused).toBe('a-quai_1-1');
  await frame.locator('[data-action="next"]').click();
  await frame.locator('#a-voie_1-1').click();
  await expect.poll(focused).toBe('a-voie_1');
  // A link in a note leads where it says.
  await frame.locator('#a-voie_1 a[href="#p-quai"]').click();
  await expect.poll(() => frame.locator('[data-page="quai"]').isVisible()).toBe(true);
});

test('a note of feedback is there with it', async () => {
  const frame = scoFrame(page);
  await frame.locator('[data-action="next"]').click();
  await frame.getByLabel('Le patin').check();
  await frame.locator('[data-activity="frein"] [data-action="check"]').click();
  await frame.locator('[data-activity="frein"]:not([data-calm])').waitFor();
  await frame.locator('.c-feedback [role="doc-noteref"][aria-label="Note 1"]').press('Enter');
  await expect.poll(focused).toBe('a-frein_1');
  await frame.locator('#a-frein_1 [role="doc-backlink"]').press('Enter');
  await expect.poll(focused).toBe('a-frein_1-1');
});

test.each(['quai', 'voie'])('page %s has no fault that axe knows, and nothing pushes a narrow page aside', async (id) => {
  await scoFrame(page).evaluate((name) => document.querySelector<HTMLElement>(`#c-pages a[href="#p-${name}"]`)?.click(), id);
  expect(await axe(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 640 });
  const widths = await scoFrame(page).evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(widths[0]).toBe(widths[1]);
  const codes = await scoFrame(page).evaluate(() =>
    [...document.querySelectorAll('.c-page:not([hidden]) pre')].map((code) => code.scrollWidth > code.clientWidth),
  );
  expect(codes).toEqual([true]);
  await page.setViewportSize({ width: 800, height: 600 });
});
