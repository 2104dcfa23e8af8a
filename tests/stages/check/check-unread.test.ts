import { expect, test } from 'vitest';
import { lookAtPage, valuesOf } from '../../helpers/look-at.ts';

const found = (body: string) => lookAtPage(body).found;
const NOTED = '\n\n[^1]: Une note.';

test('boxes and blanks in a text of a page are reported, one of each kind', () => {
  expect(found('- [ ] Le patin\n- [x] La cloche')).toEqual(['stray-box 8']);
  expect(found('Le [[patin]] freine, la [[cloche]] sonne.')).toEqual(['stray-blank 8']);
  expect(found('> - [ ] Le patin')).toEqual(['stray-box 8']);
  expect(found('Le patin freine.')).toEqual([]);
});

test('a blank in a type that has none would show its answer', () => {
  expect(found(':::choice{#frein}\nQuel [[frein]] ?\n\n- [x] Le patin\n- [ ] La cloche\n:::')).toEqual(['stray-blank 9']);
  expect(found(':::cloze{#frein}\nLe [[patin]] freine.\n:::')).toEqual([]);
  expect(found(':::cards{#frein}\n## Le patin\n- [ ] Il freine.\n:::')).toEqual(['stray-box 10']);
});

test('attributes of a heading or of a line of a text are reported, as a variable if one is meant', () => {
  expect(found('## Le frein {#frein}\n\nUn patin.')).toEqual([]);
  expect(found('## Le frein {only=mardi}\n\nUn patin.')).toEqual(['unread-braces 8']);
  expect(found('- Le patin\n  - La cloche {only=mardi}')).toEqual(['unread-braces 9']);
  expect(found('- Le patin {only=mardi}\n  - La cloche')).toEqual(['unread-braces 8']);
  expect(found('- Le patin\n  - [ ] La cloche')).toEqual(['stray-box 9']);
  expect(found(':::callout\n# Le frein {only=mardi}\n\nUn patin.\n:::')).toEqual(['heading-in-activity 9']);
  expect(found('## Voir {chef=2}\n\nUn patin.')).toEqual(['unread-braces 8']);
  expect(found('- Le patin\n- La cloche {only=mardi}\n- Le sable {only=jeudi}')).toEqual(['unread-braces 9', 'unread-braces 10']);
  const variable = lookAtPage('## Voir {chef}\n\nUn patin.');
  expect([variable.found, valuesOf(variable, 'brace-too-few')]).toEqual([['brace-too-few 8'], { name: 'chef' }]);
  const unread = (text: string): unknown[] => {
    const looked = lookAtPage(text);
    return looked.list.map(({ code, at, values }) => [code, at.column, values.text]);
  };
  expect(unread('## Voir {chef=2 only=mardi}\n\nUn patin.')).toEqual([['unread-braces', 9, '{chef=…}']]);
  expect(unread('## Voir {chefs}\n\nUn patin.')).toEqual([['unread-braces', 9, '{chefs}']]);
  expect(variable.list[0]?.at.column).toBe(9);
});

test('a heading that skips a level is reported with the level that fits; those below it are not', () => {
  expect(found('## Le frein\n\n### Le patin\n\n## Le quai')).toEqual([]);
  const looked = lookAtPage('## Le frein\n\n#### Le patin\n\n#### La cloche\n\n## Le quai');
  expect(looked.found).toEqual(['heading-jump 10']);
  expect(valuesOf(looked, 'heading-jump')).toEqual({ title: 'Le patin', has: '####', above: '##', fit: '###' });
  expect(found('### Le frein')).toEqual(['heading-jump 8']);
  expect(found(':::callout\n### Le frein\n\nUn patin.\n:::')).toEqual([]);
});

test('a quotation below a line is feedback only where a type reads it', () => {
  expect(found('> Un patin.')).toEqual([]);
  expect(found(':::order{#frein}\nRangez.\n\n1. Voir\n2. Freiner\n\n> Un patin.\n:::')).toEqual(['stray-quote 14']);
});

test('a reference to a footnote needs a place with a list of notes', () => {
  expect(found(`Une rame[^1].${NOTED}`)).toEqual([]);
  const choice = ':::choice{#frein}\nQuel frein ?\n\n- [x] Le patin[^1]\n- [ ] La cloche\n:::';
  const looked = lookAtPage(`${choice}${NOTED}`);
  expect([looked.found, valuesOf(looked, 'footnote-place')]).toEqual([['footnote-place 11'], { mark: '[^1]' }]);
});
