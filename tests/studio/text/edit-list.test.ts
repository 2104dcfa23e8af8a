import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addItem, linesOfItem, moveItem, removeItem, setFeedback, setItemWords, setTicked } from '../../../build/studio/text/edit-list.ts';
import { applied, itemIn, listIn, wordsOf } from '../../helpers/body-text.ts';

const CHOICES = 'Le frein ?\n\n- [ ] Le pied {weight=-50}\n> Non :\n> trop tard.\n- [x] La main\n\n- [ ] Rien\n';
const NUMBERS = '3. Un\n4. Deux\n> Oui\n5. Trois\n';

describe('one item', () => {
  test('its words change; box, braces and feedback stay', () => {
    expect(applied(CHOICES, setItemWords(CHOICES, itemIn(CHOICES, 0), ' Le pied\ndroit '))).toBe(
      CHOICES.replace('Le pied', 'Le pied droit'),
    );
    expect(applied(CHOICES, setItemWords(CHOICES, itemIn(CHOICES, 1), '- # {a}'))).toBe(CHOICES.replace('La main', '\\- # \\{a}'));
    expect(setItemWords(CHOICES, itemIn(CHOICES, 1), 'La main')).toEqual([]);
    expect(applied(CHOICES, setItemWords(CHOICES, itemIn(CHOICES, 0), ''))).toBe(CHOICES.replace('Le pied', ''));
  });

  test.each([
    ['-', '- a'],
    ['- [ ]', '- [ ] a'],
    ['- ', '- a'],
    ['-\tb', '-\ta'],
  ])('words of %j are apart from its mark', (text, expected) => {
    expect(applied(text, setItemWords(text, itemIn(text, 0), 'a'))).toBe(expected);
    expect(applied('-', setItemWords('-', itemIn('-', 0), ''))).toBe('-');
  });

  test('a box is ticked or emptied; without one, or without a change, nothing is written', () => {
    expect(applied(CHOICES, setTicked(itemIn(CHOICES, 0), true))).toBe(CHOICES.replace('- [ ] Le pied', '- [x] Le pied'));
    expect(applied(CHOICES, setTicked(itemIn(CHOICES, 1), false))).toBe(CHOICES.replace('[x]', '[ ]'));
    expect([setTicked(itemIn(CHOICES, 1), true), setTicked(itemIn(CHOICES, 0), false), setTicked(itemIn('- a', 0), true)]).toEqual([
      [],
      [],
      [],
    ]);
  });

  test('feedback is changed, added or removed', () => {
    const [first, second] = [itemIn(CHOICES, 0), itemIn(CHOICES, 1)];
    expect(applied(CHOICES, setFeedback(CHOICES, first, 'Si.'))).toBe(CHOICES.replace('> Non :\n> trop tard.', '> Si.'));
    expect(applied(CHOICES, setFeedback(CHOICES, first, ' \n'))).toBe(CHOICES.replace('> Non :\n> trop tard.\n', ''));
    expect(applied(CHOICES, setFeedback(CHOICES, second, 'Oui.\nEncore.'))).toBe(CHOICES.replace('La main', 'La main\n> Oui.\n> Encore.'));
    expect([setFeedback(CHOICES, second, ''), setFeedback(CHOICES, first, 'Non :\ntrop tard.')]).toEqual([[], []]);
  });

  test('feedback of an inner item is indented as the item, or as it was', () => {
    const text = '- a\n  - b\n  - c\n      > d\n';
    const [b, c] = itemIn(text, 0).children;
    if (!b || !c) throw new Error('no inner items');
    expect(applied(text, setFeedback(text, itemIn(text, 0), 'x'))).toBe('- a\n> x\n  - b\n  - c\n      > d\n');
    expect(applied(text, setFeedback(text, b, 'x'))).toBe('- a\n  - b\n  > x\n  - c\n      > d\n');
    expect(applied(text, setFeedback(text, c, 'x\ny'))).toBe('- a\n  - b\n  - c\n      > x\n      > y\n');
  });

  test('its lines are copied as they are', () => {
    expect(linesOfItem(CHOICES, itemIn(CHOICES, 0))).toBe('- [ ] Le pied {weight=-50}\n> Non :\n> trop tard.');
  });
});

describe('adding', () => {
  test.each([
    [CHOICES, 0, CHOICES.replace('tard.\n', 'tard.\n- [ ] Le klaxon\n')],
    [CHOICES, 1, CHOICES.replace('La main\n', 'La main\n- [ ] Le klaxon\n')],
    [CHOICES, 2, `${CHOICES}- [ ] Le klaxon\n`],
    [NUMBERS, 0, '3. Un\n4. Le klaxon\n5. Deux\n> Oui\n6. Trois\n'],
    [NUMBERS, 2, '3. Un\n4. Deux\n> Oui\n5. Trois\n6. Le klaxon\n'],
    ['1. a\n1. b', 0, '1. a\n2. Le klaxon\n1. b'],
    ['0. a\n1. b', 0, '0. a\n1. Le klaxon\n2. b'],
    ['1. a\n3. b', 0, '1. a\n2. Le klaxon\n3. b'],
    ['8. a\n9. b\n10. c', 1, '8. a\n9. b\n10. Le klaxon\n11. c'],
    ['9) a', 0, '9) a\n10) Le klaxon'],
    ['  * a', 0, '  * a\n  * Le klaxon'],
  ])('%j gets an item below its item %i', (text, index, expected) => {
    expect(applied(text, addItem(text, listIn(text), index, 'Le klaxon'))).toBe(expected);
  });

  test('only numbers that change are written', () => {
    expect(addItem('1. a\n2. b', listIn('1. a\n2. b'), 1, 'c')).toEqual([{ from: 9, to: 9, insert: '\n3. c' }]);
  });

  test('a ticked item has a cross, and one below no item is not added', () => {
    expect(applied(CHOICES, addItem(CHOICES, listIn(CHOICES), 2, '> a', true))).toBe(`${CHOICES}- [x] \\> a\n`);
    expect(applied('- a', addItem('- a', listIn('- a'), 0, '', true))).toBe('- a\n- ');
    expect(addItem(CHOICES, listIn(CHOICES), 3)).toEqual([]);
  });
});

describe('removing', () => {
  test.each([
    [CHOICES, 0, CHOICES.replace(/- \[ \] Le pied[\s\S]*tard\.\n/, '')],
    [CHOICES, 1, CHOICES.replace('- [x] La main\n\n', '')],
    [CHOICES, 2, CHOICES.replace('- [ ] Rien\n', '')],
    [NUMBERS, 0, '3. Deux\n> Oui\n4. Trois\n'],
    [NUMBERS, 1, '3. Un\n4. Trois\n'],
    [NUMBERS, 2, '3. Un\n4. Deux\n> Oui\n'],
    ['1. a\n1. b\n1. c', 0, '1. b\n1. c'],
    ['- a\n- b', 1, '- a'],
    ['0. a\n1. b', 0, '0. b'],
    ['1. a\n3. b\n4. c', 1, '1. a\n4. c'],
    ['9. a\n10. b\n11. c', 1, '9. a\n10. c'],
  ])('%j without its item %i', (text, index, expected) => {
    expect(applied(text, removeItem(text, listIn(text), index))).toBe(expected);
  });

  test('an item that is not there is no change', () => {
    expect(removeItem(CHOICES, listIn(CHOICES), 3)).toEqual([]);
  });
});

describe('moving', () => {
  test('an item goes with its feedback; blank lines stay', () => {
    const moved = applied(CHOICES, moveItem(CHOICES, listIn(CHOICES), 1, -1));
    expect(moved).toBe('Le frein ?\n\n- [x] La main\n- [ ] Le pied {weight=-50}\n> Non :\n> trop tard.\n\n- [ ] Rien\n');
    expect(applied(moved, moveItem(moved, listIn(moved), 0, 1))).toBe(CHOICES);
  });

  test('an item keeps the blanks before its mark', () => {
    const text = '- a\n - b';
    expect(applied(text, moveItem(text, listIn(text), 0, 1))).toBe(' - b\n- a');
  });

  test('numbers stay in their order', () => {
    expect(applied(NUMBERS, moveItem(NUMBERS, listIn(NUMBERS), 1, 1))).toBe('3. Un\n4. Trois\n5. Deux\n> Oui\n');
  });

  test('the first and the last one stay', () => {
    const list = listIn(CHOICES);
    expect([moveItem(CHOICES, list, 0, -1), moveItem(CHOICES, list, 2, 1)]).toEqual([[], []]);
  });
});

const item = fc.record({ words: fc.constantFrom('un', 'deux mots', '`x`'), note: fc.boolean(), inner: fc.boolean(), gap: fc.boolean() });

test('whatever is added, moved and removed, every other item keeps its lines', () => {
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), fc.boolean(), fc.nat(), (given, isOrdered, nat) => {
      const lines = given.map(({ words, note, inner, gap }, index) => {
        const mark = isOrdered ? `${index + 1}.` : '-';
        return `${mark} ${words} ${index}${note ? '\n> note' : ''}${inner ? '\n   - inner' : ''}${gap ? '\n' : ''}`;
      });
      const text = `Avant.\n\n${lines.join('\n')}\n\nAprès.\n`;
      const all = listIn(text).items.map((one) => text.slice(one.mark.to, one.to));
      const index = nat % all.length;
      const after = (changed: string): string[] =>
        listIn(changed).items.map((one) => wordsOf(changed, { ...one, from: one.mark.to }) ?? '');
      expect(after(applied(text, addItem(text, listIn(text), index, 'neuf')))).toEqual(all.toSpliced(index + 1, 0, ' neuf'));
      const [one = '', other = ''] = all.slice(index);
      if (other !== '') expect(after(applied(text, moveItem(text, listIn(text), index, 1)))).toEqual(all.toSpliced(index, 2, other, one));
      const without = applied(text, removeItem(text, listIn(text), index));
      if (all.length > 1) expect(after(without)).toEqual(all.toSpliced(index, 1));
      expect([without.startsWith('Avant.\n\n'), without.endsWith('\n\nAprès.\n')]).toEqual([true, true]);
    }),
  );
});
