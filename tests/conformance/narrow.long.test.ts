import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { textPage } from './text-page.ts';

const BODY = `# Le quai {#quai}

:::cloze{#freins attempts=1}
Complétez.

Le tram freine avec un [[patin]], puis il sonne. On lit « [[terminus / dernier arrêt]] » ; l'[[aiguillage de la grande ligne du nord]]. Le mot **[[juste]]**.
:::

:::cloze{#lignes mode=list distractors="l'arrêt le plus proche de la grande place du marché couvert"}
Complétez.

On attend à l'[[arrêt]].
:::

:::choice{#risque}
Que craint-on ?

- [x] L'usure
> C'est le risque d'institutionnalisation, puis de réinstitutionnalisation.
- [ ] La pluie
:::

| Première ligne de tramway | Deuxième ligne de tramway | Troisième ligne de tramway | Quatrième |
|---|---|---|---|
| Établissements | Conventions | Renouvellements | 2027 |

\`\`\`
une ligne qui ne tient jamais dans la largeur de l'écran d'un téléphone
\`\`\`
`;

const open = textPage(BODY);

/** Text of each blank's line that touches its field, and whether it stands beside it. */
const touching = (page: Page) =>
  page.locator('[data-blank]').evaluateAll((blanks) =>
    blanks.map((blank) => {
      const field = blank.querySelector('.c-input') as Element;
      const { top, bottom, right } = field.getBoundingClientRect();
      const signs = [...(field.parentElement as Element).childNodes].filter((node) => node.nodeType === 3);
      const beside = signs.every((sign) => {
        const range = document.createRange();
        range.selectNodeContents(sign);
        const rect = range.getBoundingClientRect();
        return rect.top >= top - 4 && rect.bottom <= bottom + 4 && rect.left - right < 8 && rect.right <= innerWidth;
      });
      return [signs.map((sign) => sign.textContent?.replace(/[\u00a0\u202f]/g, '~')).join('[]'), beside];
    }),
  );

const EXPECTED = [
  [',', true],
  ['«~[]~»~;', true],
  ['l’[].', true],
  ['.', true],
  ['l’[].', true],
];

test('punctuation stays on the line of its blank, before and after the verdict, with short and long answers', async () => {
  const page = await open();
  expect(await touching(page)).toEqual(EXPECTED);
  const fields = page.locator('#a-freins input');
  for (const [index, text] of ['patin', 'rien', 'un aiguillage qui est bien trop long', 'juste'].entries())
    await fields.nth(index).fill(text);
  await page.locator('#a-lignes select').selectOption({ index: 2 });
  for (const id of ['freins', 'lignes']) await page.locator(`#a-${id} [data-action="check"]`).click();
  expect(await page.locator('[data-blank] > .c-mark').count()).toBe(5);
  expect(await touching(page)).toEqual(EXPECTED);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await page.context().close();
});

test('a reason with a word that is longer than a phone is wide breaks it, and pushes nothing aside', async () => {
  const page = await open(280);
  await page.locator('#a-risque input').first().check();
  await page.locator('#a-risque [data-action="check"]').click();
  expect(await page.locator('#a-risque .c-feedback').isVisible()).toBe(true);
  const [within, over] = await page.locator('#a-risque').evaluate((card) => {
    const { right } = card.getBoundingClientRect();
    const out = [...card.querySelectorAll('.c-item, .c-feedback')].filter((one) => one.getBoundingClientRect().right > right);
    return [out.length, document.documentElement.scrollWidth - innerWidth];
  });
  expect([within, over]).toEqual([0, 0]);
  await page.context().close();
});

test('a wide table has a name, scrolls by keyboard and shows that there is more, in forced colours too', async () => {
  for (const forcedColors of ['none', 'active'] as const) {
    const page = await open(360, { forcedColors });
    const table = page.getByRole('region', { name: 'Première ligne de tramway, Deuxième ligne de tramway' });
    for (const box of [table, page.locator('pre')]) {
      const left = () => box.evaluate((element) => element.scrollLeft);
      expect(await left()).toBe(0);
      await box.focus();
      await page.keyboard.press('ArrowRight');
      await expect.poll(left).toBeGreaterThan(0);
      const { image, moves } = await box.evaluate((element) => {
        const { backgroundImage, backgroundAttachment } = getComputedStyle(element);
        return { image: backgroundImage.match(/linear-gradient/g)?.length, moves: backgroundAttachment };
      });
      expect([forcedColors, image, moves]).toEqual([forcedColors, 4, 'local, local, scroll, scroll, scroll']);
    }
    await page.context().close();
  }
});
