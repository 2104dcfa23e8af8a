import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { textPage } from './text-page.ts';

const BODY = `# Le quai {#quai}

:::tabs{#metiers}
## Conduite
On suit la ligne.

## Régulation
On suit les horaires.

## Accompagnement
On suit les voyageurs.

## Une question, un métier
On suit sa curiosité.
:::

:::order{#depart attempts=1}
Rangez.

1. Fermer les portes, après un dernier regard sur le quai
> Une porte ouverte retient le tram : il ne peut pas partir, quoi que l'on fasse.
2. Sonner
> Un coup bref prévient ceux qui traversent, même loin devant, de l'autre côté du carrefour.
3. Desserrer les freins
> Voilà le tram prêt à rouler, et tout le monde le sait autour de lui, sur le quai comme à bord.
:::

:::choice{#arret}
Où descend-on ?

- [ ] Au dépôt
> Le dépôt n'est pas un arrêt : personne n'y monte, personne n'en descend, sauf ceux qui y travaillent.
- [x] Au quai
:::

:::sliders{#confort min=1 max=4}
Placez.

- Le bruit
- La lumière
:::

:::scale{#accord levels="pas du tout d'accord; plutôt pas d'accord; ni oui ni non; plutôt d'accord; tout à fait d'accord"}
Qu'en pensez-vous ?

- Le tram est à l'heure
- Le quai est propre
:::
`;

const open = textPage(BODY);

/** Words of the tabs that stand on two lines, cut in two. */
const cutWords = (page: Page) =>
  page.locator('.tabs-tab').evaluateAll((tabs) =>
    tabs.flatMap((tab) => {
      const walker = document.createTreeWalker(tab, NodeFilter.SHOW_TEXT);
      const cut: string[] = [];
      while (walker.nextNode()) {
        for (const word of (walker.currentNode.textContent ?? '').matchAll(/\S+/g)) {
          const range = document.createRange();
          range.setStart(walker.currentNode, word.index);
          range.setEnd(walker.currentNode, word.index + word[0].length);
          if (range.getClientRects().length > 1) cut.push(word[0]);
        }
      }
      return cut;
    }),
  );

/** Reasons that stand out of the part that holds them. */
const spilt = (page: Page) =>
  page.locator('.c-feedback').evaluateAll((reasons) =>
    reasons.flatMap((reason) => {
      const [mine, host] = [reason, reason.parentElement as Element].map((element) => element.getBoundingClientRect());
      return mine && host && (mine.right > host.right || mine.left < host.left) ? [reason.textContent] : [];
    }),
  );

describe.each([1280, 714, 360])('at %i px', (width) => {
  test('no word of a tab is cut, and a reason stays in the part that it speaks of', async () => {
    const page = await open(width);
    expect(await page.locator('.tabs-tab').first().isVisible()).toBe(width > 500);
    expect(await cutWords(page)).toEqual([]);
    // There and back again: the order that it came in, which is never the right one.
    await page.locator('.order-down').first().click();
    await page.locator('.c-step .order-up').nth(1).click();
    await page.locator('#a-depart [data-action="check"]').click();
    await page.locator('#a-arret input').first().check();
    await page.locator('#a-arret [data-action="check"]').click();
    expect(await page.locator('.c-feedback').count()).toBeGreaterThan(1);
    expect(await spilt(page)).toEqual([]);
    await page.context().close();
  });
});

test('a slider that says nothing yet looks like none that does', async () => {
  const page = await open(1280);
  const looks = () => page.locator('.sliders-input').evaluateAll((sliders) => sliders.map((slider) => getComputedStyle(slider).appearance));
  expect(await looks()).toEqual(['none', 'none']);
  await page.locator('.sliders-input').first().press('ArrowRight');
  expect(await looks()).toEqual(['auto', 'none']);
  await page.context().close();
});

test.each([360, 390])('on a phone of %i px five levels stand in one row, before and after a choice', async (width) => {
  const page = await open(width);
  const levels = page.locator('.scale-item').first().locator('.c-option');
  const boxes = () => levels.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  const fits = async () => {
    const all = await boxes();
    expect(new Set(all.map(({ top }) => Math.round(top))).size).toBe(1);
    expect(Math.min(...all.map((one) => Math.min(one.width, one.height)))).toBeGreaterThanOrEqual(43.5);
    expect(all.at(-1)?.right).toBeLessThanOrEqual(width);
  };
  await fits();
  await levels.first().click();
  await fits();
  const words = await levels.first().locator('.scale-word').boundingBox();
  const [chosen] = await boxes();
  expect((words?.x ?? width) + (words?.width ?? 0)).toBeLessThanOrEqual(chosen?.right);
  await page.context().close();
});
