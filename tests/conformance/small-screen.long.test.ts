import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { spread } from '../helpers/sweep.ts';
import { textPage } from './text-page.ts';

const BODY = `# Le quai {#quai}

:::memory{#mots}
Retrouvez.

| Le métier | Ce qu'il fait |
|---|---|
| Accompagnement | Il renseigne les correspondances |
| Institutionnalisation | Des professionnels interchangeables |
:::

:::compare{#reseaux}
Comparez.

| Réseau | Ce qui le fait naître | Fonctionnement |
|---|---|---|
| Entre professionnels | Des rencontres interprofessionnelles | Une correspondance quotidienne |
| Porté par des institutions | Une contractualisation | Une administration départementale |
:::

:::compare{#tenir}
Complétez.

| Réseau | Ce qui le tient |
|---|---|
| Entre professionnels | Surtout [[la reconnaissance mutuelle de chacun par tous]] |
| Porté par des institutions | [[Une convention]] |
:::

:::stakeholder-map{#carte x="Intérêt; plutôt faible; plutôt fort" y="Pouvoir; plutôt faible; plutôt fort"}
Placez.

- La régie des transports intercommunaux
- Les accompagnateurs
:::
`;

const open = textPage(BODY);

const SIZES = [
  [1280, 'none'],
  [714, 'none'],
  [440, 'none'],
  [714, 'active'],
  [360, 'none'],
  [320, 'none'],
] as const;

/** Words on screen that begin on one line and end on another. */
const cutWords = (page: Page) =>
  page.locator('[data-body]').evaluateAll((bodies) =>
    bodies.flatMap((body) => {
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
      const cut: string[] = [];
      while (walker.nextNode()) {
        for (const word of (walker.currentNode.textContent ?? '').matchAll(/[\p{L}\d]+/gu)) {
          const range = document.createRange();
          range.setStart(walker.currentNode, word.index);
          range.setEnd(walker.currentNode, word.index + word[0].length);
          if (range.getClientRects().length > 1) cut.push(word[0]);
        }
      }
      return cut;
    }),
  );

/** Lists that do not show the whole of what was chosen: as many lines as it needs are higher than the room for them. */
const cutChoices = (page: Page) =>
  page.locator('select').evaluateAll((lists) =>
    (lists as HTMLSelectElement[]).flatMap((list) => {
      const { fontSize, fontFamily, lineHeight, paddingLeft, paddingRight, paddingTop, paddingBottom } = getComputedStyle(list);
      const text = document.createElement('p');
      text.append(list.selectedOptions[0]?.textContent ?? '');
      const width = list.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      Object.assign(text.style, { font: `${fontSize}/${lineHeight} ${fontFamily}`, inlineSize: `${width}px` });
      document.body.append(text);
      const room = list.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
      const isCut = text.offsetHeight > room + 1;
      text.remove();
      return isCut ? [list.value] : [];
    }),
  );

describe.each(spread(SIZES, 4))('at %i px, forced colours: %s', (width, forcedColors) => {
  test('no word is cut, no choice is, and nothing pushes the page aside', async () => {
    const page = await open(width, { forcedColors });
    for (const card of await page.locator('[data-deck]').all()) {
      await card.click();
      expect(await cutWords(page)).toEqual([]);
    }
    for (const list of await page.locator('select').all()) {
      const choices = await list.locator('option').allTextContents();
      for (const [index] of choices.entries()) {
        await list.selectOption({ index });
        expect(await cutChoices(page)).toEqual([]);
      }
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await page.context().close();
  });
});

test('on a phone a row to compare is a block, whose cells say what they are of, and still a row to who listens', async () => {
  const page = await open(360);
  const table = page.locator('#a-reseaux table');
  await expect.poll(() => table.locator('.compare-of').first().isVisible()).toBe(true);
  const boxes = await table
    .locator('tbody tr:first-child > *')
    .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().top));
  expect(boxes).toEqual([...boxes].sort((one, other) => one - other));
  expect(new Set(boxes).size).toBe(3);
  expect(await page.locator('#a-reseaux').ariaSnapshot()).toContain('columnheader "Fonctionnement"');
  expect(await page.locator('#a-reseaux').ariaSnapshot()).toContain('cell "Une correspondance quotidienne"');
  await page.locator('#a-reseaux .compare-filter input').first().uncheck();
  expect(await table.locator('tbody tr').first().isVisible()).toBe(false);
  await page.context().close();
});
