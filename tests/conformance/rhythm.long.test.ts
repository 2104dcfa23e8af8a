import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { textPage } from './text-page.ts';

const BODY = `# Le quai {#quai}

:::cards{#mots}
## Le patin
Une pièce de fonte.

## Le rail
Il porte la rame, la guide dans les courbes et ramène le courant : sans lui, rien ne part et rien ne revient, ni la rame, ni le courant, ni les voyageurs du soir.

## Le fil
Il porte le courant.
:::

:::short-text{#signal answer="le vert" attempts=3}
Quelle couleur laisse passer une rame **qui attend** à l'entrée du dépôt ?
:::

:::scale{#gestes levels="je sais dire; je sais expliquer; je l'ai fait"}
Où en êtes-vous ?

- Freiner
:::

:::sliders{#confort low="faible" high="fort"}
Placez.

- La lumière sur les quais de la grande ligne
:::

:::word-cloud{#idees min=1 max=3}
Quels mots vous viennent ?
:::

:::compare{#lignes}
Comparez.

| Type | Ce qui la fait naître | Ce qui la fait tenir | Ce qui peut la défaire |
|---|---|---|---|
| Problématique | Des échanges | Des moyens | L'épuisement |
| Interquartiers | Un plan | Une charte | Un changement |
:::

:::mark-text{#sens}
Choisissez.

La rame [[freine]], puis repart vers la gare.
:::

:::true-false{#vrai}
- [x] La rame freine avant le pont.
:::

:::checklist{#sac}
Cochez.

- [ ] La lampe
> Elle sert au dépôt.
- [ ] Le sifflet
:::

:::matching{#arrets}
Reliez.

| Quartier | Arrêt |
|---|---|
| Les Tilleuls | La grande ligne du nord |
| La gare | Le pont |
:::

:::categorize{#cotes}
Rangez. La rame double va des deux côtés.

## Nord
- La rame bleue
- La rame double

## Sud
- La rame rouge
- La rame double
:::

:::writing{#rapport}
Racontez.

## L'entrée de la rame au dépôt, puis son départ {#entree min-words=20}
Que voit-on ?
:::
`;

const open = textPage(BODY);

/** The boxes of all that match, in whole pixels of the page. */
async function boxes(page: Page, selector: string): Promise<{ x: number; y: number; width: number; height: number }[]> {
  return page.locator(selector).evaluateAll((all) =>
    all.map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return { x: Math.round(x), y: Math.round(y + scrollY), width: Math.round(width), height: Math.round(height) };
    }),
  );
}

test('no point hangs at the end or the beginning of a line that names an activity', async () => {
  const page = await open(280);
  const [line, ...words] = await boxes(page, '#a-signal > .c-kicker, #a-signal > .c-kicker > span');
  // Besides the first word another one begins a line: its point lies left of that line, where it is cut off.
  expect(words.filter(({ x }) => x === line?.x).length).toBeGreaterThan(1);
  const looks = await page.locator('#a-signal > .c-kicker').evaluate((kicker) => {
    const children = [...kicker.children];
    const margins = children.map((word) => getComputedStyle(word, '::before').marginInlineStart);
    const points = children.map((word) => getComputedStyle(word, '::before').content);
    const after = children.map((word) => getComputedStyle(word, '::after').content);
    return { overflow: getComputedStyle(kicker).overflow, margins, points, after };
  });
  // A name and its instruction are two lines here: between them stands no point that could begin or end one.
  const [name, instruction] = await boxes(page, '#a-mots > .c-kicker, #a-mots > .c-hint');
  expect(instruction?.y).toBeGreaterThanOrEqual((name?.y ?? 0) + (name?.height ?? 0));
  expect(await page.locator('#a-mots > .c-hint').evaluate((hint) => getComputedStyle(hint, '::before').content)).toBe('none');
  // After the slash is the text that a screen reader reads for a dot: none.
  const points = ['none', '"·" / ""', '"·" / ""'];
  expect(looks).toEqual({ overflow: 'hidden', margins: ['0px', '-16px', '-16px'], points, after: ['none', 'none', 'none'] });
  await page.context().close();
});

test.each([360, 1280])('cards that wait are of one height at %i px, and turning one moves only what comes after it', async (width) => {
  const page = await open(width);
  const before = await boxes(page, '.cards-card');
  expect(new Set(before.map(({ height }) => height)).size).toBe(1);
  await page.locator('.cards-front').nth(1).click();
  expect(await page.locator('.cards-back').nth(1).isVisible()).toBe(true);
  const after = await boxes(page, '.cards-card');
  expect(after.slice(0, 2).map(({ x, y }) => [x, y])).toEqual(before.slice(0, 2).map(({ x, y }) => [x, y]));
  await page.context().close();
});

test.each([360, 1280])('the steps of a scale touch at %i px', async (width) => {
  const page = await open(width);
  const [one, two] = await boxes(page, '#a-gestes .c-option');
  if (!one || !two) throw new Error('a scale has steps');
  const gap = width > 640 ? two.x - one.x - one.width : two.y - one.y - one.height;
  expect(Math.abs(gap)).toBeLessThanOrEqual(1);
  await page.context().close();
});

test('at 360 px short words stay unbroken on one line, and bold ones are not darker than elsewhere', async () => {
  const page = await open(360);
  const broken = (selector: string) =>
    page.locator(selector).evaluateAll((words) =>
      words.flatMap((word) => {
        const range = document.createRange();
        range.selectNodeContents(word);
        return range.getClientRects().length > 1 ? [word.textContent] : [];
      }),
    );
  expect(await broken('.sliders-value, .compare tbody th')).toEqual([]);
  expect(await page.locator('#a-signal-prompt strong').evaluate((strong) => getComputedStyle(strong).fontWeight)).toBe('700');
  const [field, button] = await boxes(page, '.word-cloud-line > *');
  expect(button?.y).toBe(field?.y);
  await page.context().close();
});

test('the place of a pair shows its label whole, on one line', async () => {
  const page = await open(1280);
  const rows = page.locator('#a-arrets .matching-slot');
  expect(await rows.count()).toBe(2);
  const before = await rows.first().evaluate((slot) => slot.getBoundingClientRect().height);
  await rows.first().click();
  await page.locator('#a-arrets .c-chip', { hasText: 'La grande ligne du nord' }).click();
  const slot = await rows.first().evaluate((one) => ({
    text: one.textContent,
    spills: one.scrollWidth - one.clientWidth,
    height: one.getBoundingClientRect().height,
  }));
  expect(slot).toEqual({ text: 'La grande ligne du nord', spills: 0, height: before });
  await page.context().close();
});

test('on a phone two groups of one word share a line, from edge to edge', async () => {
  const page = await open(360);
  const [row, north, south] = await boxes(page, '.categorize-item:first-child, .categorize-item:first-child .c-option');
  expect(north?.y).toBe(south?.y);
  expect([north?.x, (south?.x ?? 0) + (south?.width ?? 0)]).toEqual([row?.x, (row?.x ?? 0) + (row?.width ?? 0)]);
  await page.context().close();
});

test('a passage begins and ends with its own words: no gap before the punctuation after it', async () => {
  const page = await open(1280);
  const gaps = await page.locator('.mark-text-words').evaluateAll((passages) =>
    passages.map((passage) => {
      const range = document.createRange();
      range.selectNodeContents(passage);
      return passage.getBoundingClientRect().width - range.getBoundingClientRect().width;
    }),
  );
  expect(gaps.length).toBeGreaterThan(1);
  expect(gaps.filter((gap) => Math.abs(gap) > 0.1)).toEqual([]);
  await page.context().close();
});

test('choosing a passage moves no word of the text', async () => {
  const page = await open(360);
  const places = async () => (await boxes(page, '.mark-text-words')).map(({ x, y, width }) => [x, y, width]);
  const before = await places();
  for (const box of await page.locator('.mark-text-passage input').all()) await box.check();
  expect(await places()).toEqual(before);
  await page.context().close();
});

test.each([360, 1280])('what can be chosen side by side begins on one line at %i px, with a mark below or without', async (width) => {
  const page = await open(width);
  await page.locator('#a-vrai').getByRole('radio', { name: 'Faux' }).check();
  await page.locator('#a-vrai [data-action="check"]').click();
  const [one, other] = await boxes(page, '#a-vrai .c-option-text');
  expect(one?.y).toBe(other?.y);
  await page.context().close();
});

test('the explanation of a line to tick is nearer to it than to the next one', async () => {
  const page = await open(360);
  await page.locator('#a-sac').getByRole('checkbox', { name: 'La lampe' }).check();
  await page.locator('#a-sac [data-action="check"]').click();
  const [lamp, , reason, whistle] = await boxes(page, '#a-sac .c-option, #a-sac .c-option-text, #a-sac .c-feedback');
  if (!lamp || !reason || !whistle) throw new Error('nothing is said');
  expect(reason.y - lamp.y - lamp.height).toBeLessThan(whistle.y - reason.y - reason.height);
  await page.context().close();
});

test('the number of a part of a plan stands on the first line of its title', async () => {
  const page = await open(360);
  const { line, bottoms } = await page.locator('.writing-plan li').evaluate((item) => {
    const base = document.createElement('span');
    base.style.display = 'inline-block';
    item.prepend(base);
    const range = document.createRange();
    range.selectNodeContents(item.querySelector('a') as Element);
    return { line: base.getBoundingClientRect().bottom, bottoms: [...range.getClientRects()].map(({ bottom }) => bottom) };
  });
  expect(bottoms.length).toBeGreaterThan(1);
  expect(line).toBeLessThan(bottoms[0] ?? 0);
  await page.context().close();
});
