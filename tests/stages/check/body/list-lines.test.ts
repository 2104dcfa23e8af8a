import { describe, expect, test } from 'vitest';
import type { Item } from '../../../../build/model/source.ts';
import { checkBareLine, checkLine, iconIn, reportAttributes, reportLost } from '../../../../build/stages/check/body/list-lines.ts';
import type { FormContext } from '../../../../build/types/activity-type.ts';
import { readText } from '../../../helpers/read-text.ts';

function world() {
  const found: string[] = [];
  const context = {
    name: 'steps',
    error: (code: string, at: { line: number; column: number }, values: Record<string, unknown> = {}) =>
      void found.push([code, `${at.line}:${at.column}`, ...Object.values(values)].join(' ').trim()),
    html: () => void found.push('html'),
    pictogram: (name: string) => (name === 'tram' ? 'marker' : ''),
  } as unknown as FormContext;
  return { found, context };
}

function body(text: string) {
  const [block] = readText(`:::steps\n${text}\n:::`).blocks;
  return block?.kind === 'directive' ? block.directive.body : [];
}

function item(text: string): Item {
  const [list] = body(text);
  if (list?.kind !== 'list' || !list.items[0]) throw new Error('no list');
  return list.items[0];
}

describe('a line', () => {
  test.each<[string, string[]]>([
    ['- Freiner', []],
    ['- ', ['empty-item 2:1']],
    ['- [ ] Freiner', ['needless-box 2:3 Freiner']],
    ['- [x] Freiner', ['needless-box 2:3 Freiner']],
    ['- Freiner\n  > tôt', []],
    ['- Freiner\n\n  > tôt\n\n  tard', ['blocks-in-item 6:1 Freiner']],
    ['- Freiner\n  - tôt', ['blocks-in-item 3:1 Freiner']],
    ['- Freiner\n  - tôt\n\n  Tard.', ['blocks-in-item 3:1 Freiner']],
  ])('%j', (text, expected) => {
    const { found, context } = world();
    checkBareLine(item(text), context);
    expect(found.map((one) => one.replace(/ 2:\d/, ' 2:x'))).toEqual(expected.map((one) => one.replace(/ 2:\d/, ' 2:x')));
  });

  test('its text is shown up to sixty characters', () => {
    const { found, context } = world();
    checkBareLine(item(`- [ ] ${'x'.repeat(70)}`), context);
    expect(found[0]?.split(' ')[2]).toBe('x'.repeat(60));
  });

  test('its first attribute is reported: the id before the others', () => {
    const report = (text: string) => {
      const { found, context } = world();
      checkLine(item(text), context);
      return found;
    };
    expect(report('- Freiner')).toEqual([]);
    expect(report('- Freiner {tot=oui tard}')).toEqual(['unknown-attribute 2:12 steps tot']);
    expect(report('- Freiner {#tot tard}')[0]).toMatch(/^unknown-attribute 2:\d+ steps #tot$/);
  });
});

test('a name in place of that of the directive', () => {
  const { found, context } = world();
  reportAttributes(item('- Freiner {tot}').attributes, 'Freiner', context);
  reportAttributes(undefined, 'Freiner', context);
  expect(found).toEqual(['unknown-attribute 2:12 Freiner tot']);
});

test('a pictogram is read, and what stands beside it reported', () => {
  const read = (text: string) => {
    const { found, context } = world();
    return [iconIn(item(text).attributes, 'steps', context), found];
  };
  expect(read('- Freiner')).toEqual([{}, []]);
  expect(read('- Freiner {tot}')).toEqual([{}, ['unknown-attribute 2:12 steps tot']]);
  expect(read('- Freiner {tot icon=avion}')).toEqual([{}, ['unknown-attribute 2:12 steps tot']]);
  expect(read('- Freiner {icon=tram}')).toEqual([{ icon: 'marker' }, []]);
  expect(read('- Freiner {icon=avion}')).toEqual([{}, []]);
  expect(read('- Freiner {#tot icon=tram}')).toEqual([{ icon: 'marker' }, [expect.stringMatching(/^unknown-attribute 2:\d+ steps #tot$/)]]);
  expect(read('- Freiner {tot tard icon=tram soir}')).toEqual([{ icon: 'marker' }, ['unknown-attribute 2:12 steps tot']]);
  expect(read('- Freiner {icon=tram icon=avion}')).toEqual([{ icon: 'marker' }, ['unknown-attribute 2:22 steps icon']]);
  expect(read('- Freiner {icon=tram tot}')).toEqual([{ icon: 'marker' }, ['unknown-attribute 2:22 steps tot']]);
});

test('blocks behind the list are reported; quotations are reported elsewhere', () => {
  const { found, context } = world();
  reportLost(body('- Freiner\n\nTard.\n\n> Tôt.\n\n::figure{}'), context);
  expect(found).toEqual(['text-after-answers 2:1', 'text-after-answers 4:1', 'html']);
});
