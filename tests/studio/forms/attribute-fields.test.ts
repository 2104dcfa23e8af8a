// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import type { AttributeFacts } from '../../../build/studio/engine/calls.ts';
import { type MountedForm, mountedForm } from '../../helpers/mounted-form.ts';
import { typeOf } from '../../helpers/opened-studio.ts';
import { show } from '../../helpers/used-page.ts';

afterEach(() => show(null));

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
const FILES = Object.fromEntries(
  ['a/assets/b.png', 'a/assets/C.VTT', 'a/assets/banks/d.md', 'a/banks/e.md', 'a/s.mp3', 'a/v.mp4', 'a/p.pdf', 'b/c.png'].map((name) => [
    `modules/${name}`,
    name.endsWith('e.md') ? '---\ntitle: Le four\n---\n' : 'x',
  ]),
);
const opened = (head = HEAD): Promise<MountedForm> =>
  mountedForm(`${head}\n- [x] Un\n:::\n`, [typeOf('choice', 'choices', { attributes })], 1, checked, FILES);
/** Opens a directive without a body whose type has some attributes. */
const openedWith = (own: readonly AttributeFacts[], name = 'four', read: unknown = checked): Promise<MountedForm> =>
  mountedForm(`::${name}{#f}\n`, [typeOf(name, 'none', { kind: 'block', attributes: own })], 1, read as typeof checked, FILES);
const values = (form: MountedForm, name: string): string[] => form.options(`attr-${name}`).map(([value]) => value);
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
  expect([headOf(form), field('review').value]).toEqual([HEAD.replace('}', ' review=end}'), 'end']);
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
  expect(form.options('attr-poster')).toEqual([
    ['', 'Aucun choix'],
    ['assets/b.png', 'b.png'],
  ]);
  await form.fill('attr-poster', 'assets/b.png');
  expect(headOf(form)).toBe(HEAD.replace('}', ' poster=assets/b.png}'));
  await form.fill('attr-levels', ' un; deux ');
  expect(headOf(form)).toBe(HEAD.replace('}', ' poster=assets/b.png levels="un; deux"}'));
});

test('settings that all types have are apart; boxes come last, and nothing has no group', async () => {
  const form = await opened();
  const groups = [...document.querySelectorAll('fieldset')].map((group) => [
    group.querySelector('legend')?.textContent?.trim(),
    [...group.querySelectorAll<HTMLElement>(':scope > .s-form-row [data-field], :scope > label [data-field]')].map(
      (one) => one.dataset.field,
    ),
  ]);
  expect(groups.slice(1, 2)).toEqual([['Options', ['review', 'own-one', 'levels', 'poster', 'shuffle'].map((name) => `attr-${name}`)]]);
  expect(groups.at(-2)?.[0]).toBe('Réglages');
  expect(form.fields.slice(-4)).toEqual(['attr-points', 'competency-c1', 'competency-c2', 'attr-required']);
  await show(null);
  await openedWith([]);
  expect(document.querySelectorAll('fieldset')).toHaveLength(0);
});

test('values and attributes have words where there are some', async () => {
  const form = await openedWith([
    facts('review', { kind: 'choice', values: ['now', 'own'] }),
    facts('accents', { kind: 'choice', values: ['oui'] }),
    facts('own-one', { fallback: 'usual' }),
  ]);
  expect([form.options('attr-review'), form.options('attr-accents')]).toEqual([
    [
      ['', 'Aucun choix'],
      ['now', 'Après chaque question'],
      ['own', 'own'],
    ],
    [
      ['', 'Aucun choix'],
      ['oui', 'Oui'],
    ],
  ]);
  expect([form.names.slice(-3), form.field('attr-own-one').placeholder]).toEqual([
    ['Correction', 'Les accents comptent', 'own-one'],
    'usual',
  ]);
});

test.each([
  ['four', ['assets/b.png']],
  ['audio', ['s.mp3']],
  ['video', ['v.mp4']],
  ['document', ['p.pdf']],
])('the source of %s is a file of its kind', async (name, files) => {
  expect(values(await openedWith([facts('src')], name), 'src')).toEqual(['', ...files]);
});

test.each([
  ['four', ['png', 'JPG', 'jpeg', 'gif', 'webp', 'avif', 'svg']],
  ['audio', ['MP3', 'm4a', 'aac', 'wav', 'ogg', 'opus', 'webm']],
  ['video', ['MP4', 'm4v', 'webm']],
  ['document', ['PDF', 'docx', 'odt', 'xlsx', 'ods', 'pptx', 'odp']],
])('the source of %s has one of the endings %j', async (name, endings) => {
  const names = [...new Set(['png', 'MP3', 'MP4', 'PDF', 'xls', ...endings])].map((ending) => `a.${ending}`);
  const files = Object.fromEntries([...names, ...endings.map((ending) => `b.${ending}.txt`)].map((one) => [`modules/a/${one}`, 'x']));
  const form = await mountedForm(`::${name}{#f}\n`, [typeOf(name, 'none', { attributes: [facts('src')] })], 1, checked, files);
  expect(values(form, 'src').sort()).toEqual(['', ...endings.map((ending) => `a.${ending}`)].sort());
});

test('other files have the ending that they need', async () => {
  const names = ['before', 'after', 'poster', 'captions', 'transcript', 'bank'];
  const form = await openedWith(names.map((name) => facts(name)));
  expect(names.map((name) => values(form, name).slice(1))).toEqual([
    ...Array(3).fill(['assets/b.png']),
    ['assets/C.VTT'],
    ['1.md', 'assets/banks/d.md', 'banks/e.md'],
    ['banks/e.md'],
  ]);
  expect(form.options('attr-bank')[1]).toEqual(['banks/e.md', 'Le four']);
});

test('numbers have their keyboard, long texts an area, and references the ids of the course', async () => {
  const numbers = ['points', 'attempts', 'min', 'max', 'max-characters', 'min-words', 'max-words', 'draw', 'answer', 'tolerance'];
  const long = ['alt', 'before-alt', 'after-alt', 'caption', 'distractors', 'levels', 'state'];
  const references = ['recall', 'again', 'words', 'before-after'];
  const sessions = [{ id: 's', path: 'modules/a/1.md', pages: [{ activities: [{ id: 'mie' }] }] }];
  const all = [...numbers, ...long, ...references, 'own-one'];
  const form = await openedWith(
    all.map((name) => facts(name)),
    'four',
    { course: { competencies: [], people: [], sessions } },
  );
  const kinds = all.map((name) => {
    const { tagName, inputMode, list } = form.field(`attr-${name}`);
    return [name, tagName === 'TEXTAREA' ? 'area' : inputMode, list ? [...list.options].map(({ value }) => value) : null];
  });
  expect(kinds).toEqual([
    ...numbers.map((name) => [name, 'decimal', null]),
    ...long.map((name) => [name, 'area', null]),
    ...references.map((name) => [name, 'text', ['mie']]),
    ['own-one', 'text', null],
  ]);
});

test.each([
  [null, []],
  [{ competencies: [], people: [], sessions: [] }, []],
  [{ competencies: [{ id: 'c1', title: 'Pétrir' }], people: [], sessions: [] }, ['competency-c1']],
])('the competencies of the course %j are boxes', async (course, fields) => {
  const form = await openedWith([facts('competency')], 'four', { course });
  const titles = [...document.querySelectorAll('legend')].map((one) => one.textContent?.trim());
  expect([form.fields, titles.includes('Compétence')]).toEqual([fields, fields.length > 0]);
  if (fields.length === 0) return;
  await form.press('Pétrir');
  expect(form.text).toBe('::four{#f competency=c1}\n');
  await form.press('Pétrir');
  expect(form.text).toBe('::four{#f}\n');
});

test('each field has a name', async () => {
  const form = await opened();
  expect([...document.querySelectorAll('legend')].map((one) => one.firstChild?.textContent?.trim())).toContain('Compétence');
  expect(form.names.slice(form.names.indexOf('Réponse') + 1)).toEqual([
    'Correction',
    'own-one',
    'Degrés, du plus bas au plus haut, séparés par « ; »',
    'Image d’attente',
    'Mélanger l’ordre',
    'Texte après la réponse',
    'Points',
    'Pétrir',
    'Cuire',
    'Compte pour finir la séance',
  ]);
});
