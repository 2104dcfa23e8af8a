import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { buildPackages } from '../helpers/build-packages.ts';
import { examplesProject } from '../helpers/examples-project.ts';
import { type LmsHost, refused, serveLms, stored, visit } from '../helpers/lms-host.ts';

const DEPOT = `---
id: types
title: Le dépôt
completion: activities
---

# Le dépôt {#depot}

:::matching{#outils}
| Pour | Il faut |
|---|---|
| Essuyer | Un chiffon |
| Serrer | Une clé |
:::

:::order{#depart}
1. Faire le tour de la rame
2. Essayer les freins
3. Annoncer
:::

:::categorize{#equipe}
## Au dépôt
- La mécanicienne
## En ligne
- Le conducteur
:::

:::stakeholder-map{#acteurs x="Intérêt; faible; fort" y="Pouvoir; faible; fort"}
## fort, faible
- Les voyageurs
## fort, fort
- La commune
:::
`;

let browser: Browser;
let host: LmsHost;
let page: Page;

beforeAll(async () => {
  const project = examplesProject('fr', []);
  writeFileSync(join(project, 'modules/galerie/types.md'), DEPOT);
  browser = await openBrowser();
  host = await serveLms(join(buildPackages(project, '--target', 'scorm12', '--no-course'), 'galerie/types.scorm12.zip'), 'strict');
});

afterEach(async () => {
  expect(await refused(page)).toEqual([]);
  await page.context().close();
});

afterAll(async () => {
  host?.close();
  await browser?.close();
});

async function open(options: BrowserContextOptions = {}): Promise<FrameLocator> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 1500 }, reducedMotion: 'reduce', ...options });
  page = await context.newPage();
  host.requests.length = 0;
  return visit(page, host, { version: '1.2' });
}

const asked = (): number => host.requests.filter((path) => path === 'sortable.js').length;
const texts = (locator: Locator): Promise<string[]> => locator.allTextContents();

async function middle(locator: Locator, dx = 0): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('not on screen');
  return { x: box.x + (dx || box.width / 2), y: box.y + box.height / 2 };
}

/** Presses, moves in steps as a hand does, and lets go. What the drop does comes a task later: its effects are to be waited for. */
async function drag(from: Locator, to: Locator, dx = 0): Promise<void> {
  const start = await middle(from, dx);
  const end = await middle(to);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  for (let step = 1; step <= 10; step++) {
    await page.mouse.move(start.x + ((end.x - start.x) * step) / 10, start.y + ((end.y - start.y) * step) / 10);
    await page.waitForTimeout(20);
  }
  await page.waitForTimeout(80);
  await page.mouse.up();
}

test('the library is requested at the first press, once, and that press drags', async () => {
  const frame = await open();
  const rows = frame.locator('#a-outils .matching-row');
  await rows.nth(0).locator('.matching-slot').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  expect(asked()).toBe(0);
  await drag(frame.locator('#a-outils .c-chip', { hasText: 'chiffon' }), rows.nth(0).locator('.matching-place'));
  await drag(frame.locator('#a-outils .c-chip', { hasText: 'clé' }), rows.nth(1).locator('.matching-place'));
  expect(asked()).toBe(1);
  await frame.locator('#a-outils [data-action="check"]').click();
  expect(await frame.locator('#a-outils').getAttribute('data-state')).toBe('right');
  await expect.poll(async () => Object.values(await stored(page))).toContain('a.a,b.b');
});

test('a label that is let go beside the places stays, and the next click counts', async () => {
  const frame = await open();
  const chip = frame.locator('#a-outils .c-chip').first();
  await drag(chip, frame.locator('#p-depot h1'));
  expect(await texts(frame.locator('#a-outils .matching-slot'))).toEqual(['À relier', 'À relier']);
  await chip.click();
  expect(await chip.getAttribute('aria-pressed')).toBe('true');
});

test('steps change places', async () => {
  const frame = await open();
  const steps = frame.locator('#a-depart .c-step');
  const before = await texts(frame.locator('#a-depart .c-step-text'));
  await drag(steps.nth(0), steps.nth(2), 80);
  await expect.poll(() => texts(frame.locator('#a-depart .c-step-text'))).toEqual([before[1], before[2], before[0]]);
  await expect.poll(() => frame.locator('#c-live').textContent()).toBe('Étape 3 sur 3');
});

test('the card on top goes to its group, and comes back with its group', async () => {
  const frame = await open({ viewport: { width: 1000, height: 3000 } });
  const groups = frame.locator('#a-equipe .categorize-group');
  const top = frame.locator('#a-equipe [data-now]');
  const first = await texts(top);
  await drag(top, groups.nth(1), 30);
  await expect.poll(() => texts(top)).not.toEqual(first);
  await drag(top, frame.locator('#a-equipe .categorize-head'), 30);
  expect(await texts(frame.locator('#a-equipe .categorize-where'))).toEqual(['Carte 2 sur 2']);
  await frame.locator('#a-equipe .categorize-back').click();
  expect([await texts(top), await groups.nth(1).getAttribute('aria-pressed')]).toEqual([first, 'true']);
});

test('actors go to the map, from one cell to another, and off it', async () => {
  // Near the window's edge the page would scroll.
  const frame = await open({ viewport: { width: 1000, height: 3000 } });
  const cells = frame.locator('#a-acteurs .stakeholder-map-cell');
  const actor = frame.locator('#a-acteurs .stakeholder-map-actor', { hasText: 'commune' });
  const chosen = () => texts(actor.locator('option:checked'));
  await drag(actor, cells.nth(0), 30);
  await expect.poll(chosen).toEqual(['Intérêt\u00a0: faible\u202f; pouvoir\u00a0: fort']);
  await drag(cells.nth(0).locator('li'), cells.nth(3));
  await expect.poll(chosen).toEqual(['Intérêt\u00a0: fort\u202f; pouvoir\u00a0: faible']);
  expect(await texts(cells.locator('li'))).toEqual(['La commune']);
  await drag(cells.nth(3).locator('li'), frame.locator('#a-acteurs .stakeholder-map-actors'));
  await expect.poll(chosen).toEqual(['Choisir']);
});

test('a finger that stays still drags; one that moves at once scrolls', async () => {
  const frame = await open({ viewport: { width: 390, height: 700 }, hasTouch: true, isMobile: true });
  const session = await page.context().newCDPSession(page);
  const touch = (type: string, at?: { x: number; y: number }) =>
    session.send('Input.dispatchTouchEvent', { type: type as 'touchStart', touchPoints: at ? [at] : [] });
  const steps = frame.locator('#a-depart .c-step-text');
  await steps.nth(2).scrollIntoViewIfNeeded();
  const before = await texts(steps);
  const swipe = async (pause: number): Promise<void> => {
    const start = await middle(steps.nth(0));
    const end = await middle(steps.nth(2));
    await touch('touchStart', start);
    await page.waitForTimeout(pause);
    for (let step = 1; step <= 10; step++) {
      await touch('touchMove', { x: start.x, y: start.y + ((end.y - start.y) * step) / 10 });
      await page.waitForTimeout(20);
    }
    await page.waitForTimeout(80);
    await touch('touchEnd');
    await page.waitForTimeout(100);
  };
  await swipe(0);
  expect(await texts(steps)).toEqual(before);
  await steps.nth(2).scrollIntoViewIfNeeded();
  await steps.nth(0).scrollIntoViewIfNeeded();
  await swipe(500);
  await expect.poll(() => texts(steps)).toEqual([before[1], before[2], before[0]]);
});
