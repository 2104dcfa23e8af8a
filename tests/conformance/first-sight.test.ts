import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { textPage } from './text-page.ts';

const QUESTIONS = ['frein', 'feu']
  .map((id) => `:::choice{#${id}}\nQuel ${id} pour la rame ?\n\n- [x] Le bon\n- [ ] Le mauvais\n:::\n`)
  .join('\n');

const BODY = `# Le quai {#quai}

:::mind-map{#ateliers fill min=1}
Complétez.

- Le dépôt et tous ses ateliers
  - Ceux qui conduisent les rames
    - Les mécaniciennes **expérimentées** des bogies
    - Les apprentis de l'atelier central
  - Ceux qui réparent les rames
    - L'équipe de nuit du grand dépôt
:::

:::gallery
![Une rame](rame.svg)
![Un rail](rame.svg)
![Un fil](rame.svg)
:::

::::quiz{#bilan second-chance}
${QUESTIONS}::::
`;

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200" viewBox="0 0 320 200"><path d="M0 0h320v200z"/></svg>';

const open = textPage(BODY, { 'rame.svg': PICTURE });

/** Measures the drawn map: height of its letters in pixels, hidden parts, and how far text overflows its boxes. */
async function mapOf(page: Page): Promise<{ letters: number; hidden: number[]; out: number[] }> {
  return page.locator('.mind-map-picture').evaluate((box) => {
    const svg = box.querySelector('svg') as SVGSVGElement;
    const rects = [...svg.querySelectorAll<SVGGraphicsElement>('.mind-map-box')].map((rect) => rect.getBBox());
    const out = [...svg.querySelectorAll<SVGGraphicsElement>('text')].map((text) => {
      const { x, y, width, height } = text.getBBox();
      const [across, down] = [x + width / 2, y + height / 2];
      const rect = rects.find((one) => one.x <= across && across <= one.x + one.width && one.y <= down && down <= one.y + one.height);
      return rect ? Math.max(0, rect.x - x, x + width - rect.x - rect.width) : 99;
    });
    const letters = (14 * svg.getBoundingClientRect().width) / svg.viewBox.baseVal.width;
    return { letters, hidden: [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight], out };
  });
}

test.each([320, 360, 768, 1280])('at %s pixels a mind map is visible as a whole, in legible text', async (width) => {
  const page = await open(width);
  const { letters, hidden, out } = await mapOf(page);
  expect([letters > 11.5, hidden, out.some((by) => by > 0)]).toEqual([true, [0, 0], false]);
  await page.context().close();
});

test('the texts of a mind map stay in their boxes in a wide font and with wider letter spacing', async () => {
  const page = await open(1280);
  await page.evaluate(() => Object.assign(document.body.style, { fontFamily: 'DejaVu Sans', letterSpacing: '0.12em' }));
  await page.setViewportSize({ width: 420, height: 800 });
  // It is drawn anew for the new width: what is found in that moment may be the old drawing, which is gone.
  const spacing = (): Promise<string> => page.locator('.mind-map-svg').evaluate((svg) => getComputedStyle(svg).letterSpacing);
  await expect.poll(async () => Number.parseFloat(await spacing())).toBeGreaterThan(1);
  await expect.poll(async () => Math.max(...(await mapOf(page)).out)).toBe(0);
  await page.context().close();
});

test('a gallery shows its pictures whole, and on a phone all that leads on from an enlarged one in a row', async () => {
  const page = await open(360);
  const fits = page.locator('.gallery img').evaluateAll((pictures) => pictures.map((picture) => getComputedStyle(picture).objectFit));
  expect(new Set(await fits)).toEqual(new Set(['contain']));
  await page.locator('.gallery-open').first().click();
  const tops = page.locator('.gallery-large .c-button').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect([(await tops).length, new Set(await tops).size]).toEqual([3, 1]);
  await page.context().close();
});

test('from the last question of a quiz « Continuer » leads to the second chance, whose buttons stand apart', async () => {
  const page = await open(320);
  for (const id of ['frein', 'feu']) {
    await page.locator(`#a-${id}`).getByRole('radio', { name: 'Le mauvais' }).check();
    await page.locator(`#a-${id}`).getByRole('button', { name: 'Valider ma réponse' }).click();
  }
  await page.locator('#a-feu:not([data-calm])').getByRole('button', { name: 'Continuer' }).click();
  const again = page.getByRole('button', { name: 'Reprendre ces 2 questions' });
  await expect.poll(() => again.evaluate((button) => button.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/Vous pouvez les reprendre/);
  const [one, other] = await Promise.all([again.boundingBox(), page.getByRole('button', { name: 'Voir les réponses' }).boundingBox()]);
  if (!one || !other) throw new Error('no buttons');
  expect(Math.max(other.y - one.y - one.height, other.x - one.x - one.width)).toBeGreaterThanOrEqual(8);
  await page.context().close();
});
