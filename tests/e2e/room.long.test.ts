import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rames } from '../bad-input/depot-project.ts';
import { openBrowser } from '../helpers/browser.ts';
import { spread } from '../helpers/sweep.ts';
import { findings, goTo, lead, makeRoom, makeRooms, openRoom, type Rooms } from './room-page.ts';

let browser: Browser;
let files: Rooms;

beforeAll(async () => {
  browser = await openBrowser();
  files = makeRooms();
});

afterAll(() => browser?.close());

const SCREENS = [
  ['fr', 1280, 720],
  ['en', 1280, 720],
  ['fr', 1920, 1080],
  ['en', 1920, 1080],
  ['fr', 1024, 768],
] as const;

const COLOURS = [
  ['en', 'dark'],
  ['en', 'light'],
  ['fr', 'dark'],
  ['fr', 'light'],
] as const;

test.each(spread(SCREENS, 1))(
  '%s at %d × %d: a remote leads through everything; it is large and whole, every answer is shown',
  async (lang, width, height) => {
    await lead(browser, files[lang], width, height);
  },
);

test.each(spread(COLOURS, 1))('%s, %s: axe finds nothing on screens of each kind, nor in the dialogs', async (lang, colorScheme) => {
  expect(await findings(browser, files[lang], colorScheme)).toEqual([]);
});

test('a link to a page leads to its first screen, from a text and from the notes', async () => {
  const link = (text: string): string => `[${text}](#depart)`;
  const texts = `# Le quai {#quai}\n\n:::trainer\nVoir ${link('la note')}.\n:::\n\nVoir ${link('le texte')}.\n\n# Le départ {#depart}\n\nOn part.\n`;
  const { context, page } = await openRoom(browser, await makeRoom(rames(texts)));
  const title = page.locator('.r-screen:not([hidden])[data-kind="opener"] .r-title');
  await goTo(page, 'a');
  await page.getByRole('link', { name: 'le texte' }).click();
  expect(await title.textContent()).toBe('Le départ');
  await goTo(page, 'a');
  await page.keyboard.press('n');
  await page.getByRole('link', { name: 'la note' }).click();
  expect(await title.textContent()).toBe('Le départ');
  await context.close();
});

test.each([90, 120, 200])('on the smallest projector, titles of %i characters leave room for what goes with them', async (length) => {
  const long = 'Comprendre les partenariats entre le dépôt, la mairie et les écoles du quartier '.repeat(3).slice(0, length - 1);
  const front = `id: rames\ntitle: "${long}."\ncompletion: visited\nlead: Ce que chacun saura faire.\naims: [Nommer, Décrire]`;
  const url = await makeRoom({ 'rames.md': `---\n${front}\n---\n# ${long}. {#quai}\n\nUne rame attend.\n` });
  const { context, page } = await openRoom(browser, url, 1024, 768);
  for (const kind of ['cover', 'opener', 'text']) {
    expect(await page.locator('.r-screen:not([hidden])').getAttribute('data-kind')).toBe(kind);
    const cut = await page.evaluate(() => {
      const over = ({ scrollHeight, clientHeight }: Element): number => scrollHeight - clientHeight;
      const screen = document.querySelector('.r-screen:not([hidden])') as Element;
      const body = screen.querySelector('.r-body') as Element;
      return Math.max(over(screen), screen.matches('[data-kind="opener"]') ? 0 : over(body));
    });
    expect(cut).toBeLessThanOrEqual(1);
    while ((await page.locator('.r-screen:not([hidden])').getAttribute('data-kind')) === kind) await page.keyboard.press('ArrowRight');
  }
  await context.close();
});

test('four choices of two lines or three are on one screen, asked and answered', async () => {
  const choices = [
    'La rame de sept heures attend au dépôt que la conductrice remonte, puis elle repart vers la gare.',
    'La rame de huit heures prend la place de celle de sept heures, et le dépôt prévient les arrêts.',
    'Le chef de dépôt demande au poste central de ralentir la ligne entière pendant un quart d’heure.',
    'Personne ne change rien : les voyageurs liront la nouvelle heure sur le panneau de leur arrêt.',
  ];
  const asked = choices.map(
    (text, n) => `- [${n === 1 ? 'x' : ' '}] ${text}\n> Le retard dure un quart d’heure, et toute la ligne le suit.`,
  );
  const texts = `# A {#a}\n\n:::choice{#retard competency=freiner}\nQui part à sept heures ?\n\n${asked.join('\n')}\n:::\n`;
  const { context, page } = await openRoom(browser, await makeRoom(rames(texts)), 1280, 800);
  await goTo(page, '.r-option');
  expect(await page.locator('.r-option:visible').count()).toBe(4);
  await page.getByRole('button', { name: 'Montrer la réponse' }).click();
  expect(await page.locator('.r-option:visible').count()).toBe(4);
  await context.close();
});
