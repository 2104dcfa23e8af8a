import { expect, test } from 'vitest';
import { textPage } from './text-page.ts';

/** An address has no place to break, as some German words have none. */
const LONG = 'tramway.exemple.fr/correspondances-de-nuit-et-de-jour';
const WORD = 'Rechtsschutzversicherungsgesellschaften';

const BODY = `# Le quai {#quai}

:::true-false{#vrai}
- [x] ${WORD} existe.
:::

:::matching{#paires}
Reliez.

| Lieu | Nom |
|---|---|
| ${WORD} | ${LONG} |
| Court | Bref |
:::

:::categorize{#groupes}
Rangez.

## ${WORD}
- ${LONG}

## Autre
- petit
:::

:::categorize{#plusieurs}
Rangez.

## ${WORD}
- ${LONG}
- petit

## Autre
- petit
:::

:::order{#ordre}
Rangez.

1. ${WORD}
2. ${LONG}
3. petit
:::

:::cards{#cartes}
## ${WORD}
${LONG}

## Deux
Texte
:::

:::scale{#marches levels="${WORD}; moyen; fort"}
Où ?

- ${LONG}
:::

:::sliders{#curseurs low="${WORD}" high="fort"}
Placez.

- ${LONG}
:::

:::stakeholder-map{#carte x="Intérêt; faible; fort" y="Pouvoir; faible; fort"}
Placez.

- ${WORD}
:::

:::checklist{#liste}
Cochez.

- [ ] ${WORD}
> ${LONG}
:::
`;

const open = textPage(BODY);

test.each([320, 714, 1280])('a word that is longer than its box breaks and stays in it, at %i px', async (width) => {
  const page = await open(width);
  for (const front of await page.locator('.cards-front').all()) await front.click();
  const out = await page.evaluate(() => {
    const found: string[] = [];
    const boxes = '.cards-card, .c-step, .c-option, .c-slot, .c-chip, li, .c-ask';
    for (const root of document.querySelectorAll('[data-activity]')) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const host = node.parentElement as HTMLElement;
        if (!host.checkVisibility() || host.closest('select, .c-words, .cards-word')) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const right = (host.closest(boxes) ?? root).getBoundingClientRect().right;
        const ends = [...range.getClientRects()].map((rect) => rect.right);
        if (Math.max(0, ...ends) > right + 1) found.push(`${root.id} ${node.textContent?.trim()}`);
      }
      const edge = root.getBoundingClientRect().right;
      for (const control of root.querySelectorAll('button, select, textarea, .c-slot, .c-chip'))
        if (control.checkVisibility() && control.getBoundingClientRect().right > edge + 1) found.push(`${root.id} ${control.className}`);
    }
    return { found, over: document.documentElement.scrollWidth - innerWidth };
  });
  expect(out).toEqual({ found: [], over: 0 });
  await page.context().close();
});
