import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slug } from '../../../build/model/slug.ts';
import { outlineIds } from '../../../build/studio/text/copy-directive.ts';
import { freeId } from '../../../build/studio/text/fresh-ids.ts';
import { allDirectives, outlineOf } from '../../../build/studio/text/outline.ts';
import {
  canMove,
  duplicated,
  movedStep,
  movedTo,
  type PlanPlace,
  renamedPage,
  withoutPlace,
  withPage,
} from '../../../build/studio/text/plan-edits.ts';
import { shownText } from '../../../build/studio/text/raw-text.ts';

const idsIn = (raw: string): string[] => outlineIds(outlineOf(shownText(raw)));

const text = `---
id: s
---

# First {#first icon=door}

Words before.

:::choice{#q1 points=2}
Which?

- [x] This
:::

Words between.

::::quiz{#quiz}
:::choice{#q2}
And?
:::
::::

# Second {#second}

# Third

::video{#film src=a.mp4}
`;

const raws = { lines: text, windows: `\ufeff${text.replaceAll('\n', '\r\n')}` } as const;
const plan = (raw: string): string[] =>
  outlineOf(shownText(raw)).pages.map(({ title, directives }) => [title, ...directives.map(({ id }) => id)].join(' '));
const words = (raw: string): string[] => raw.split(/\s*[\r\n]+/).sort();

describe.each(Object.entries(raws))('moving in the plan (%s)', (_, raw) => {
  const outline = outlineOf(shownText(raw));
  const places: PlanPlace[] = outline.pages.flatMap(({ directives }, page) => [
    { page },
    ...directives.map((_one, part) => ({ page, part })),
  ]);

  it('moves a part within its page, then on into the next one', () => {
    const once = movedStep(raw, { page: 0, part: 0 }, 'down');
    expect(plan(once)).toEqual(['First quiz q1', 'Second', 'Third film']);
    const twice = movedStep(once, { page: 0, part: 1 }, 'down');
    expect(plan(twice)).toEqual(['First quiz', 'Second q1', 'Third film']);
    expect(plan(movedStep(twice, { page: 1, part: 0 }, 'down'))).toEqual(['First quiz', 'Second', 'Third q1 film']);
    expect(plan(movedStep(twice, { page: 1, part: 0 }, 'up'))).toEqual(['First quiz q1', 'Second', 'Third film']);
    expect(plan(movedStep(raw, { page: 2, part: 0 }, 'up'))).toEqual(['First q1 quiz', 'Second film', 'Third']);
  });

  it('moves pages with all that is in them', () => {
    expect(plan(movedStep(raw, { page: 0 }, 'down'))).toEqual(['Second', 'First q1 quiz', 'Third film']);
    expect(plan(movedStep(raw, { page: 1 }, 'up'))).toEqual(['Second', 'First q1 quiz', 'Third film']);
    expect(plan(movedTo(raw, { page: 2 }, { page: 0 }, 'before'))).toEqual(['Third film', 'First q1 quiz', 'Second']);
    expect(plan(movedTo(raw, { page: 0 }, { page: 2 }, 'after'))).toEqual(['Second', 'Third film', 'First q1 quiz']);
  });

  it('puts a part right before the next one, below a line of spaces', () => {
    expect(movedTo('# A\n\n::a\n  \n::b\n\n::c\n', { page: 0, part: 2 }, { page: 0, part: 0 }, 'after')).toBe(
      '# A\n\n::a\n  \n::c\n\n::b\n',
    );
  });

  it('puts a part behind the last one of the page before, or before the first one of the next', () => {
    const two = '# A\n\n::a{#a}\n\n::b{#b}\n\n# B\n\n::c{#c}\n\n::d{#d}\n';
    expect(plan(movedStep(two, { page: 1, part: 0 }, 'up'))).toEqual(['A a b c', 'B d']);
    expect(plan(movedStep(two, { page: 0, part: 1 }, 'down'))).toEqual(['A a', 'B b c d']);
  });

  it('stops at the ends', () => {
    expect(canMove(outline, { page: 0 }, 'up')).toBe(false);
    expect(canMove(outline, { page: 2, part: 0 }, 'down')).toBe(false);
    expect(movedStep(raw, { page: 0, part: 0 }, 'up')).toBe(raw);
  });

  it('keeps each character, whatever goes where', () => {
    const side = fc.constantFrom('before' as const, 'after' as const, 'inside' as const);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...places), fc.constantFrom(...places), side), { maxLength: 8 }), (moves) => {
        let now: string = raw;
        for (const [from, to, at] of moves) if ((from.part === undefined) === (to.part === undefined)) now = movedTo(now, from, to, at);
        expect([...now].sort().join('')).toBe([...raw].sort().join(''));
        expect(words(now)).toEqual(words(raw));
        expect(idsIn(now).sort()).toEqual(idsIn(raw).sort());
        expect(allDirectives(outlineOf(shownText(now))).every(({ isClosed }) => isClosed)).toBe(true);
      }),
    );
  });
});

describe('other changes from the plan', () => {
  it('leaves the only page and its only part where they are', () => {
    const only = '# A {#a}\n\n::b\n';
    for (const place of [{ page: 0 }, { page: 0, part: 0 }])
      for (const way of ['up', 'down'] as const)
        expect([canMove(outlineOf(only), place, way), movedStep(only, place, way)]).toEqual([false, only]);
    expect([movedTo(only, { page: 0 }, { page: 0 }, 'after'), movedTo(only, { page: 0 }, { page: 1 }, 'before')]).toEqual([only, only]);
    expect([renamedPage(only, 1, 'B'), canMove(outlineOf(only), { page: 1 }, 'down')]).toEqual([only, false]);
  });

  it('renames a page and keeps its id', () => {
    expect(renamedPage('# Un{#un}\n', 0, 'Deux')).toBe('# Deux{#un}\n');
    expect(renamedPage('#\n', 0, 'Deux')).toBe('# Deux\n');
    expect(renamedPage('# Un {#un}  \n', 0, 'Deux')).toBe('# Deux {#un}  \n');
    expect(renamedPage(text, 0, ' A {new}\n title ')).toBe(text.replace('# First {', '# A new title {'));
    expect(renamedPage(raws.windows, 2, 'Last')).toBe(raws.windows.replace('# Third', '# Last'));
  });

  it('removes a page or a part', () => {
    expect(plan(withoutPlace(text, { page: 0 }))).toEqual(['Second', 'Third film']);
    expect(withoutPlace(text, { page: 0, part: 0 })).toBe(text.replace(/:::choice\{#q1[\s\S]*?:::\n\n/, ''));
    expect(withoutPlace(text, { page: 2 }).endsWith('# Second {#second}\n')).toBe(true);
    expect([withoutPlace(text, { page: 3 }), withoutPlace(text, { page: 1, part: 0 })]).toEqual([text, text]);
  });

  it('adds a page with a free id', () => {
    const after = withPage(raws.windows, 0, 'Second', 'Write.', new Set(idsIn(text)));
    expect(after).toContain('::::\r\n\r\n# Second {#second-2}\r\n\r\nWrite.\r\n\r\n# Second {#second}');
    expect(after.replace('# Second {#second-2}\r\n\r\nWrite.\r\n\r\n', '')).toBe(raws.windows);
    expect(plan(withPage(text, 99, 'Last', 'Write.', new Set()))).toEqual(['First q1 quiz', 'Second', 'Third film', 'Last']);
    expect(withPage('---\nid: a\n---\n', 0, 'One', 'Two', new Set())).toBe('---\nid: a\n---\n\n# One {#one}\n\nTwo\n');
    expect(plan(withPage(text, 2, ' A {b}\nc ', 'Write.', new Set())).at(-1)).toBe('A b c');
  });

  it('copies a page with new ids, and changes nothing else', () => {
    const after = duplicated(text, { page: 0 }, new Set(idsIn(text)));
    expect(plan(after)).toEqual(['First q1 quiz', 'First q1-2 quiz-2', 'Second', 'Third film']);
    expect(idsIn(after).sort()).toEqual([...idsIn(text), 'first-2', 'q1-2', 'q2-2', 'quiz-2'].sort());
    expect(new Set(idsIn(after)).size).toBe(idsIn(after).length);
    expect(after.startsWith(text.slice(0, text.indexOf('# Second')))).toBe(true);
    expect(after.endsWith(text.slice(text.indexOf('# Second')))).toBe(true);
  });

  it('copies the last page apart from it, and gives no id twice', () => {
    const last = '# P {#p}\n\n:::choice{#a}\n:::\n\n::video{#a-1}\n';
    expect(duplicated(last, { page: 0 }, new Set(['p', 'a', 'a-1']))).toBe(
      `${last}\n# P {#p-2}\n\n:::choice{#a-2}\n:::\n\n::video{#a-3}\n`,
    );
    expect(duplicated(last, { page: 1 }, new Set())).toBe(last);
  });

  it('removes and copies in a text with other line breaks, and keeps them', () => {
    const used = new Set(idsIn(text));
    for (const place of [{ page: 0 }, { page: 0, part: 1 }, { page: 2, part: 0 }]) {
      const windows = (raw: string): string => `\ufeff${raw.replaceAll('\n', '\r\n')}`;
      expect(withoutPlace(raws.windows, place)).toBe(windows(withoutPlace(text, place)));
      expect(duplicated(raws.windows, place, used)).toBe(windows(duplicated(text, place, used)));
    }
  });

  it('makes ids', () => {
    expect(slug('L’Œuvre d’été : première !', 'page')).toBe('l-oeuvre-d-ete-premiere');
    expect(slug('…', 'page')).toBe('page');
    expect(freeId('a-2', new Set(['a-2', 'a-3']))).toBe('a-4');
  });
});
