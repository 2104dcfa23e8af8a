import { expect, test } from 'vitest';
import { comparisonText } from '../../build/cli/comparison-text.ts';
import type { ComparedChange, Comparison } from '../../build/versions/comparison-schema.ts';
import { versionStrings } from '../../build/versions/strings.ts';

const strings = versionStrings('en');
const side = (name: string, content = '') => ({ name, cartable: '0.2.0', course: 'depot', sessions: [], target: 'web', content });
const SESSION = { id: 'rames', title: 'Trams' };
const change = (what: string, more: Partial<ComparedChange> = {}): ComparedChange => ({
  kind: 'part-replaced',
  risk: 'hidden',
  session: SESSION,
  what,
  why: '',
  ...more,
});

function lines(more: Partial<Comparison>): string[] {
  const comparison: Comparison = {
    format: 1,
    old: side('old.zip'),
    new: side('new.zip'),
    same: false,
    risk: 'hidden',
    changes: [],
    notes: [],
    ...more,
  };
  return comparisonText(comparison, strings).split('\n');
}

test('the two versions stand first, with what is known of them, then the verdict', () => {
  expect(lines({ old: side('old.zip', '0123456789abcdef0123'), same: true })).toEqual([
    strings.format('from', { old: 'old.zip (Cartable 0.2.0, content 0123456789abcdef)' }),
    strings.format('to', { new: 'new.zip (Cartable 0.2.0)' }),
    '',
    strings.format('verdict.same'),
  ]);
});

test('changes stand below their risk, and a place once for those that follow each other there', () => {
  const changes = [
    change('A', { at: 'a.md:1', why: 'Because.' }),
    change('B', { at: 'a.md:1', kind: 'part-added' }),
    change('C', { at: 'a.md:9', kind: 'part-added' }),
    change('D', { at: 'a.md:9', session: { id: 'soir', title: 'Evening' } }),
    change('E', { at: '' }),
    change('F', { at: '', session: { id: 'soir', title: 'Evening' } }),
    change('G', { at: 'a.md:1' }),
  ];
  expect(lines({ changes }).slice(4)).toEqual([
    '',
    strings.format('group', { risk: strings.risk('hidden'), n: 7 }),
    '  Trams  a.md:1',
    '    A',
    '    Because.',
    '    B',
    '  Trams  a.md:9',
    '    C',
    '  Evening  a.md:9',
    '    D',
    '  Trams',
    '    E',
    '  Evening',
    '    F',
    '  Trams  a.md:1',
    '    G',
  ]);
});

test('a change of the whole package has no place', () => {
  const { session: _, ...whole } = change('The look changes.', { risk: 'safe' });
  expect(lines({ changes: [whole] }).slice(5)).toEqual([
    strings.format('group', { risk: strings.risk('safe'), n: 1 }),
    '    The look changes.',
  ]);
});

test('notes stand at the end, each after an empty line', () => {
  expect(lines({ notes: ['One.', 'Two.'] }).slice(4)).toEqual(['', 'One.', '', 'Two.']);
});

test('signs that move the cursor are shown, wherever they come from', () => {
  const [sign, shown] = ['\u001b', '\u241b'];
  const changes = [change(`A${sign}`, { session: { id: 's', title: `T${sign}` }, why: `W${sign}` })];
  const all = lines({ old: side(`o${sign}.zip`), changes, notes: [`N${sign}`] });
  expect(all[0]).toContain(`o${shown}.zip`);
  expect(all.slice(6)).toEqual([`  T${shown}`, `    A${shown}`, `    W${shown}`, '', `N${shown}`]);
});
