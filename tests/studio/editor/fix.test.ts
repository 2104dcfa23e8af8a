import { expect, test } from 'vitest';
import { Place } from '../../../build/studio/editor/fix.ts';
import { outlineOf } from '../../../build/studio/text/outline.ts';
import { replaceIn } from '../../../build/studio/text/raw-text.ts';

const TEXT = '# Four {#four}\n\n:::choice{#pain}\nDu pain, du pain ?\n:::\n';
/** Line of the question, and its offset. */
const QUESTION = 4;
const AT = TEXT.indexOf('Du pain');

/** The place of a problem in the text. */
function placeAt(line: number, column = 1, values: Place['problem']['values'] = {}): Place {
  return new Place(TEXT, outlineOf(TEXT), { line, column, values }, () => new Set(['pain']));
}

test('a place knows its line and the offset of both', () => {
  const place = placeAt(QUESTION, 4);
  expect([place.line, place.from, place.at, place.directive?.id]).toEqual(['Du pain, du pain ?', AT, AT + 3, 'pain']);
  expect([placeAt(1).from, placeAt(1).at, placeAt(2).line, placeAt(2).from, placeAt(1).directive]).toEqual([0, 0, '', 15, undefined]);
  expect([...place.ids()]).toEqual(['pain']);
});

test('a column behind the end of the line is its end', () => {
  const end = AT + 'Du pain, du pain ?'.length;
  expect([placeAt(QUESTION, 18).at, placeAt(QUESTION, 19).at, placeAt(QUESTION, 20).at]).toEqual([end - 1, end, end]);
});

test('a line behind the end of the text is empty', () => {
  expect(placeAt(40).line).toBe('');
});

test('values are read as texts', () => {
  const place = placeAt(1, 1, { id: 'pain', count: 2 });
  expect([place.value('id'), place.value('count'), place.value('near')]).toEqual(['pain', '2', '']);
});

test.each([
  [1, 3],
  [4, 3],
  [5, 12],
  [13, 12],
  [14, 3],
])('what is written is replaced behind column %i, else where it stands first', (column, offset) => {
  const from = AT + offset;
  expect(placeAt(QUESTION, column).replace('pain', 'levain')).toEqual({
    kind: 'replace',
    shown: 'levain',
    changes: [{ from, to: from + 4, insert: 'levain' }],
  });
});

test('what begins the line is replaced, too', () => {
  expect(placeAt(QUESTION).replace('Du', 'Un')?.changes).toEqual([{ from: AT, to: AT + 2, insert: 'Un' }]);
});

test('nothing is replaced that is empty, by nothing, or that is not on the line', () => {
  const place = placeAt(QUESTION);
  expect([place.replace('', 'levain'), place.replace('pain', ''), place.replace('four', 'levain')]).toEqual([null, null, null]);
});

test('what an expression finds is replaced; the button has the text without spaces', () => {
  const place = placeAt(QUESTION);
  expect(place.replaceFound(/,\s*du/, ' et du ')).toEqual({
    kind: 'replace',
    shown: 'et du',
    changes: [{ from: AT + 7, to: AT + 11, insert: ' et du ' }],
  });
  expect(place.replaceFound(/four/, 'x')).toBeNull();
});

test('a text is added at an offset of the whole text', () => {
  const fix = placeAt(QUESTION).add(7, ' {icon=fire}\n');
  expect(fix).toEqual({ kind: 'add', shown: '{icon=fire}', changes: [{ from: 7, to: 7, insert: ' {icon=fire}\n' }] });
});

test('a part of the line is removed', () => {
  const fix = placeAt(QUESTION).remove(/, du pain/);
  expect(fix).toMatchObject({ kind: 'remove', shown: '' });
  expect(replaceIn(TEXT, fix?.changes ?? [])).toBe(TEXT.replace(', du pain', ''));
  expect(placeAt(QUESTION).remove(/four/)).toBeNull();
});
