// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import type { AttributeFacts } from '../../../build/studio/engine/calls.ts';
import { type MountedForm, mountedForm } from '../../helpers/mounted-form.ts';
import { typeOf } from '../../helpers/opened-studio.ts';

afterEach(() => render(null, document.body));

const facts = (name: string, more: Partial<AttributeFacts> = {}): AttributeFacts => ({
  name,
  kind: 'text',
  values: [],
  fallback: '',
  isCommon: false,
  ...more,
});
const attributes = [
  facts('shuffle', { kind: 'flag' }),
  facts('required', { kind: 'choice', values: ['yes', 'no'], isCommon: true }),
  facts('points', { kind: 'number', fallback: '1', isCommon: true }),
  facts('review', { kind: 'choice', values: ['now', 'end'], fallback: 'now' }),
  facts('own-one'),
  facts('levels'),
  facts('poster'),
  facts('competency', { isCommon: true }),
];
const HEAD = ':::choice{#four points=2 competency="c1; c3"}';
const checked = {
  course: {
    competencies: [
      { id: 'c1', title: 'Pétrir' },
      { id: 'c2', title: 'Cuire' },
    ],
    people: [],
    sessions: [],
  },
} as never;
const opened = (head = HEAD): Promise<MountedForm> =>
  mountedForm(`${head}\n- [x] Un\n:::\n`, [typeOf('choice', 'choices', { attributes })], 1, checked, {
    'modules/a/assets/b.png': 'x',
    'modules/b/c.png': 'x',
  });
const headOf = (form: MountedForm): string => form.text.split('\n')[0] ?? '';
const field = (name: string): HTMLInputElement => {
  const found = document.querySelector<HTMLInputElement>(`[data-field="attr-${name}"]`);
  if (!found) throw new Error(name);
  found.setAttribute('aria-label', name);
  return found;
};

test('a flag is written alone or removed; one that is on is written as no', async () => {
  const form = await opened();
  expect([field('shuffle').checked, field('required').checked]).toEqual([false, true]);
  await form.press('shuffle');
  await form.press('required');
  expect(headOf(form)).toBe(HEAD.replace('}', ' shuffle required=no}'));
  expect([field('shuffle').checked, field('required').checked]).toEqual([true, false]);
  await form.press('shuffle');
  await form.press('required');
  expect(headOf(form)).toBe(HEAD);
});

test.each([
  ['{#four shuffle=yes required=oui}', true, true],
  ['{#four shuffle=no required=no}', false, false],
])('flags of %s', async (braces, shuffle, required) => {
  await opened(`:::choice${braces}`);
  expect([field('shuffle').checked, field('required').checked]).toEqual([shuffle, required]);
});

test('a value is written without the blanks around it; the usual one is left out', async () => {
  const form = await opened();
  field('points');
  await form.type('points', ' 3 ');
  expect(headOf(form)).toBe(HEAD.replace('points=2', 'points=3'));
  await form.type('points', '1');
  expect(headOf(form)).toBe(HEAD.replace(' points=2', ''));
  expect(field('points').placeholder).toBe('1');
  field('own-one');
  await form.type('own-one', 'deux "mots"');
  expect(headOf(form)).toBe(HEAD.replace(' points=2', '').replace('}', ' own-one="deux \\"mots\\""}'));
});

test('one of a few values is chosen, the usual one by default', async () => {
  const form = await opened();
  expect([field('review').tagName, field('review').value]).toEqual(['SELECT', 'now']);
  await form.type('review', 'end');
  expect(headOf(form)).toBe(HEAD.replace('}', ' review=end}'));
  await form.type('review', 'now');
  expect(headOf(form)).toBe(HEAD);
});

test('competencies are ticked; one that the course does not know stays', async () => {
  const form = await opened();
  await form.press('Cuire');
  expect(headOf(form)).toBe(HEAD.replace('c1; c3', 'c1; c3; c2'));
  await form.press('Pétrir');
  expect(headOf(form)).toBe(HEAD.replace('c1; c3', 'c3; c2'));
});

test('a file is chosen among those of the course, a long value has an area', async () => {
  const form = await opened();
  expect([...(field('poster') as unknown as HTMLSelectElement).options].map(({ value }) => value)).toEqual(['', 'assets/b.png']);
  await form.type('poster', 'assets/b.png');
  expect(headOf(form)).toBe(HEAD.replace('}', ' poster=assets/b.png}'));
  expect(field('levels').tagName).toBe('TEXTAREA');
});
