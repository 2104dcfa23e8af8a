import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insertAfter, moveBlock, removeBlock } from '../../../build/studio/text/move.ts';

const plain = fc.constantFrom('Some words.', '- [x] one', '> why', '    code', ':::', 'é 😀', '\u00a0nbsp', 'two  ');
const BREAKS = ['\n', '\r\n', '\n\n', '\r\n\r\n', '\n \n', '\n\n\n'] as const;

/** Blocks with line breaks between them, and perhaps something at both ends. */
const texts = fc.record({
  start: fc.constantFrom('', '\ufeff', '---\nid: a\n---\n\n', '\n'),
  blocks: fc.array(
    fc.array(plain, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
    { minLength: 2, maxLength: 6 },
  ),
  gaps: fc.array(fc.constantFrom(...BREAKS), { minLength: 6, maxLength: 6 }),
  end: fc.constantFrom('', '\n', '\r\n', '\n\n'),
  chosen: fc.nat(),
  goal: fc.nat(),
});

/** Puts a text together. Each block is named, so that it can be found again. */
function made({ start, blocks, gaps, end }: { start: string; blocks: readonly string[]; gaps: readonly string[]; end: string }) {
  const places: { from: number; to: number }[] = [];
  let text = start;
  const named = blocks.map((block, index) => `block-${index} ${block}`.trimEnd());
  named.forEach((block, index) => {
    places.push({ from: text.length, to: text.length + block.length });
    text += block + (index < named.length - 1 ? gaps[index] : end);
  });
  return { text, places, named };
}

const sorted = (text: string): string => [...text].sort().join('');
const orderIn = (text: string): number[] => [...text.matchAll(/block-(\d+) /g)].map(([, index]) => Number(index));

describe('moving whole lines', () => {
  it('keeps all characters and each block, and changes only the order of one', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const { text, places, named } = made(given);
        const chosen = given.chosen % places.length;
        const goal = given.goal % (places.length + 1);
        const at = places[goal]?.from ?? text.length;
        const [range] = places.slice(chosen);
        if (!range) return;
        const after = moveBlock(text, range, at);
        expect(sorted(after)).toBe(sorted(text));
        const order = named.map((_, index) => index).filter((index) => index !== chosen);
        order.splice(goal > chosen ? goal - 1 : goal, 0, chosen);
        expect(orderIn(after)).toEqual(order);
        for (const block of named) expect(after.split(/(?:^|\r?\n)(?=\s*block)/).map((one) => one.trim())).toContain(block.trim());
      }),
      { numRuns: 2000 },
    );
  });

  it('does not change a text whose block stays in its place', () => {
    const text = '# a\n\none\n\n# b\n';
    expect(moveBlock(text, { from: 0, to: 8 }, 0)).toBe(text);
    expect(moveBlock(text, { from: 0, to: 8 }, 10)).toBe(text);
  });

  it('leaves two paragraphs apart when what stood between them goes', () => {
    const text = 'One.\n:::x\n:::\n\nTwo.\n\n# End\n';
    expect(moveBlock(text, { from: 5, to: 13 }, text.indexOf('# End'))).toBe('One.\n\nTwo.\n\n:::x\n:::\n# End\n');
    const wide = 'One.\n\n:::x\n:::\nTwo.\n\n# End\n';
    expect(moveBlock(wide, { from: 6, to: 14 }, wide.indexOf('# End'))).toBe('One.\n\nTwo.\n\n:::x\n:::\n# End\n');
    expect([removeBlock(text, { from: 5, to: 13 }), removeBlock(wide, { from: 6, to: 14 })]).toEqual(
      Array(2).fill('One.\n\nTwo.\n\n# End\n'),
    );
  });

  it('puts a block at the end of a text without a last line break', () => {
    expect(moveBlock('# a\n\n# b', { from: 0, to: 3 }, 8)).toBe('# b\n\n# a');
    expect(moveBlock('# a\n\n# b', { from: 5, to: 8 }, 0)).toBe('# b\n\n# a');
    expect(moveBlock('# a\n\n# b\n\n', { from: 0, to: 3 }, 10)).toBe('# b\n\n# a\n\n');
  });
});

describe('removing and inserting', () => {
  it('removes one block and one gap, and nothing else', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const { text, places, named } = made(given);
        const chosen = given.chosen % places.length;
        const [range] = places.slice(chosen);
        if (!range) return;
        const after = removeBlock(text, range);
        const others = named.map((_, index) => index).filter((index) => index !== chosen);
        expect(orderIn(after)).toEqual(others);
        for (const index of others) expect(after).toContain(named[index]);
        expect(after.length).toBeLessThanOrEqual(text.length - (named[chosen]?.length ?? 0));
      }),
    );
  });

  it('inserts lines with a blank line on each side', () => {
    const text = '# a\n\none\n\n# b\ntwo';
    expect(insertAfter(text, { from: 0, to: 9 }, '# new', '\n')).toBe('# a\n\none\n\n# new\n\n# b\ntwo');
    expect(insertAfter(text, { from: 10, to: 17 }, '# new', '\n')).toBe('# a\n\none\n\n# b\ntwo\n\n# new\n');
    expect(insertAfter('# a\r\n', { from: 0, to: 5 }, '# b', '\r\n')).toBe('# a\r\n\r\n# b\r\n');
  });
});

it('leaves the indent of the block below, and takes the spaces of its own line', () => {
  expect(removeBlock('a\n\n  b', { from: 0, to: 1 })).toBe('  b');
  expect(removeBlock('a  \n\n  b\n', { from: 0, to: 3 })).toBe('  b\n');
  expect(removeBlock('a\n\nb  ', { from: 3, to: 6 })).toBe('a  ');
  expect(removeBlock('a\r\n\r\nb\r\n', { from: 5, to: 6 })).toBe('a\r\n');
  expect(removeBlock('a\r\nb\nc', { from: 3, to: 4 })).toBe('a\r\nc');
  expect(removeBlock('a\nb\r\nc', { from: 2, to: 3 })).toBe('a\nc');
  expect(removeBlock('a\nb\r\rc', { from: 2, to: 3 })).toBe('a\r\rc');
  expect(removeBlock('a  \nb\n\nc', { from: 4, to: 5 })).toBe('a  \n\nc');
  expect(removeBlock('\ufeffa\n\nb', { from: 1, to: 2 })).toBe('\ufeffb');
});
