import { expect, test } from 'vitest';
import { textPage } from './text-page.ts';

const open = textPage(
  '# Le quai {#quai}\n\nLes jeunes de 18-25 ans passent. Viendra-t-il du XIXe–XXe siècle ?\n\nLe tram roule.\n\n:::choice{#frein}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::\n',
);

test('unbreakable words stay on one line in any paragraph; a raised ending makes no line taller', async () => {
  const page = await open(1280);
  const seen = await page.locator('[data-page] p:has(.c-whole)').evaluate((paragraph) => {
    const parted = new Set<string>();
    const plain = (paragraph.nextElementSibling as HTMLElement).offsetHeight;
    const height = (paragraph as HTMLElement).offsetHeight;
    for (let width = 40; width < 400; width += 5) {
      (paragraph as HTMLElement).style.inlineSize = `${width}px`;
      for (const word of paragraph.querySelectorAll('.c-whole')) {
        const tops = [...word.getClientRects()].length;
        if (tops > 1) parted.add(word.textContent ?? '');
      }
    }
    const words = [...paragraph.querySelectorAll('.c-whole')].map(({ textContent }) => textContent);
    return { words, parted: [...parted], taller: height - plain };
  });
  expect(seen).toEqual({ words: ['18-25', 'Viendra-t-il', 'XIXe–XXe'], parted: [], taller: 0 });
  await page.context().close();
});
