// @vitest-environment happy-dom
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test } from 'vitest';
import type { Face } from '../../../build/kit/features.ts';
import { plainFace } from '../../../build/model/course-file.ts';
import { PeopleSection } from '../../../build/studio/course/people.tsx';
import type { Checked } from '../../../build/studio/engine/calls.ts';
import { language, t } from '../../../build/studio/strings.ts';
import { type OpenDesk, openDesk, problemAt, write } from '../../helpers/course-desk.ts';
import { button, buttons, draw, field, fill, give, looks, press, undraw, wordsOf } from '../../helpers/drawn.ts';

language.value = 'en';
const COURSE = `id: four
people:
  - { id: ada, name: Ada, role: boulangère, picture: assets/ada.png }
  - { id: max, name: Max, picture: assets/max.png, colour: 4 }
  - { id: lou, name: Lou }
`;
const TEXTS = {
  'course.yaml': COURSE,
  'pain.md': '# Un {#un}\n\n:::scene\n## ada\nLe four est chaud.\n:::\n',
  'assets/ada.png': 'PNG',
};
/** A list that forms can't change, because it is written elsewhere. */
const SHARED = { 'course.yaml': 'x: &all [{ id: a, name: A, picture: a.png }, { id: b, name: B, picture: b.png }]\npeople: *all\n' };

/** Faces that the engine was asked to draw. */
let faces: Partial<Face>[] = [];
function drawAll(asked: readonly Face[]): string[] {
  faces.push(...asked);
  return asked.map(() => '<svg/>');
}
async function opened(texts: Readonly<Record<string, string>> = TEXTS, checked: Partial<Checked> = {}): Promise<OpenDesk> {
  faces = [];
  const open = await openDesk(texts, checked, { portraits: drawAll, colouredHair: () => [] });
  await draw(h(PeopleSection, { desk: open.desk }));
  return open;
}
const people = (): HTMLButtonElement[] => [...document.querySelectorAll<HTMLButtonElement>('.s-course-person')];
const choose = (at: number): Promise<void> => press(wordsOf(people()[at]));
const chosen = (): string[] => people().flatMap((one) => (one.getAttribute('aria-current') === 'true' ? [wordsOf(one)] : []));
const panel = (): HTMLElement => document.querySelector('aside') as HTMLElement;
const discs = (place: ParentNode): (string | undefined)[][] =>
  [...place.querySelectorAll<HTMLElement>('.s-face')].map(({ dataset }) => [dataset.size, dataset.disc, dataset.photo]);
const remove = (name: string): string => t('course.remove', { name });
async function pick(title: string, word: string): Promise<void> {
  const set = [...document.querySelectorAll('fieldset')].find((one) => wordsOf(one.querySelector('legend')).startsWith(title));
  await act(() => set?.querySelector<HTMLInputElement>(`[value="${word}"]`)?.click());
}

afterEach(undraw);

describe('the list', () => {
  test('shows everyone with their face, the first one as chosen', async () => {
    await opened();
    expect(people().map((one) => [wordsOf(one.querySelector('strong')), wordsOf(one.querySelector('.s-course-about'))])).toEqual([
      ['Ada', 'boulangère'],
      ['Max', ''],
      ['Lou', ''],
    ]);
    expect(people().flatMap(discs)).toEqual([
      ['small', '1', ''],
      ['small', '4', ''],
      ['small', '3', undefined],
    ]);
    expect([chosen(), wordsOf(document.querySelector('header'))]).toEqual([
      ['Adaboulangère'],
      `${t('course.people')}${t('course.people.lead', { name: 'ada' })}`,
    ]);
    await choose(1);
    expect([chosen(), field(t('course.name')).value, wordsOf(document.querySelector('aside code'))]).toEqual([['Max'], 'Max', '## max']);
  });

  test('that has become shorter elsewhere has its last person chosen', async () => {
    const { studio } = await opened();
    await choose(2);
    await act(() => studio.edit('modules/four/course.yaml', COURSE.replace(/ {2}- \{ id: lou.*\n/, '')));
    expect([chosen(), field(t('course.name')).value]).toEqual([['Max'], 'Max']);
  });

  test('of nobody has an example and no form', async () => {
    await opened({ 'course.yaml': 'id: four\n' });
    expect(wordsOf(document.querySelector('header p'))).toBe(t('course.people.lead', { name: 'nadia' }));
    expect([buttons(), document.querySelector('aside')]).toEqual([[t('course.addPerson')], null]);
  });
});

describe('the form', () => {
  test('writes the name, but not an empty one, and removes an empty role', async () => {
    const { text } = await opened();
    await write(t('course.name'), '');
    expect(text('course.yaml')).toBe(COURSE);
    await write(t('course.name'), 'Adèle');
    await write(t('course.role'), '');
    expect(text('course.yaml')).toContain('  - { id: ada, name: Adèle, picture: assets/ada.png }\n');
    await write(t('course.role'), 'apprentie');
    expect(text('course.yaml')).toContain('  - { id: ada, name: Adèle, picture: assets/ada.png, role: apprentie }\n');
  });

  test('keeps what is being typed for its person when another one is chosen', async () => {
    const { text } = await opened();
    await act(() => {
      field(t('course.name')).value = 'Adèle';
      field(t('course.name')).dispatchEvent(new Event('input', { bubbles: true }));
    });
    await choose(1);
    expect([field(t('course.name')).value, text('course.yaml')]).toEqual(['Max', COURSE.replace('Ada', 'Adèle')]);
  });

  test('writes what differs from a plain face, and nothing else', async () => {
    const { text } = await opened();
    await choose(2);
    await pick(t('face.hair'), 'bob');
    expect(text('course.yaml')).toContain('  - { id: lou, name: Lou, face: { hair: bob } }\n');
    await pick(t('face.skin'), 'dark');
    await pick(t('face.hair'), 'short');
    await pick(t('face.disc'), '1');
    expect(text('course.yaml')).toContain('  - { id: lou, name: Lou, face: { skin: dark }, colour: 1 }\n');
  });

  test('shows the problems of this person', async () => {
    await opened(TEXTS, { problems: [problemAt('course.yaml', 4, 5, 'En double.')] });
    expect(document.querySelector('.s-course-form .s-course-problems')).toBeNull();
    await choose(1);
    expect(wordsOf(document.querySelector('.s-course-form .s-course-problems'))).toBe('En double.');
  });
});

describe('a picture of one’s own', () => {
  test('replaces the drawn face', async () => {
    const { text } = await opened();
    await choose(2);
    expect([document.querySelector('input[type=file]')?.getAttribute('accept'), document.querySelector('.s-course-picture code')]).toEqual([
      'image/*',
      null,
    ]);
    expect(buttons().filter((one) => one === t('course.ownPicture') || one === t('course.drawnFace'))).toEqual([t('course.ownPicture')]);
    await give([new File(['x'], 'Lou rit.PNG'), new File(['y'], 'autre.png')]);
    expect(text('course.yaml')).toContain('  - { id: lou, name: Lou, picture: assets/lou-rit.png }\n');
    expect([text('assets/lou-rit.png'), document.querySelector('.s-course-pick')]).toEqual(['x', null]);
    expect(wordsOf(document.querySelector('.s-course-picture code'))).toBe('assets/lou-rit.png');
    expect(buttons()).toContain(t('course.otherPicture'));
  });

  test('gives way to the drawn face, which is previewed with three expressions', async () => {
    const { text } = await opened();
    expect(discs(panel())).toEqual([['large', '1', '']]);
    expect(looks()).toEqual([
      'soft plus',
      'plain upload',
      'plain',
      'quiet only-icon arrow-up',
      'quiet only-icon arrow-down',
      'quiet only-icon trash-2',
    ]);
    await press(t('course.drawnFace'));
    expect(text('course.yaml')).toBe(COURSE.replace(', picture: assets/ada.png', ''));
    expect([document.querySelectorAll('.s-course-pick').length, discs(panel())]).toEqual([
      8,
      [['large', '1', undefined], ...[1, 2, 3].map(() => ['small', '1', undefined])],
    ]);
    const expected = ['smile', 'calm', 'talking'].map((expression) => ({ ...plainFace, expression }));
    expect(faces).toEqual(expect.arrayContaining(expected));
    const images = [...panel().querySelectorAll('img')].map((one) => one.src);
    expect([images.length, new Set(images).size]).toEqual([4, 3]);
  });
});

test('the preview has the words of a scene, or a greeting, and where someone appears', async () => {
  await opened();
  expect(panel().getAttribute('aria-label')).toBe(t('course.inSession'));
  const [says, who] = [...panel().querySelectorAll('p')].map(wordsOf);
  expect([says, who]).toEqual([t('course.quote', { text: 'Le four est chaud.' }), 'Ada, boulangère']);
  expect(wordsOf(panel().querySelector('summary'))).toBe(`${t('course.used', { n: 1 })} : Ada`);
  await choose(1);
  const [greets, name] = [...panel().querySelectorAll('p')].map(wordsOf);
  expect([greets, name, wordsOf(panel()).includes(t('course.unused'))]).toEqual([
    t('course.quote', { text: t('course.says') }),
    'Max',
    true,
  ]);
});

test('someone is found in texts by the id, not by the name', async () => {
  await opened({ 'course.yaml': 'people: [{ id: ada, name: Adèle }, { id: adele, name: Ada }]\n', 'pain.md': TEXTS['pain.md'] });
  const shown = () => ['p', 'summary', 'code'].map((one) => wordsOf(panel().querySelector(one)));
  expect(shown()).toEqual([t('course.quote', { text: 'Le four est chaud.' }), `${t('course.used', { n: 1 })} : Adèle`, '## ada']);
  expect(button(remove('Adèle')).getAttribute('aria-disabled')).toBe('true');
  await choose(1);
  expect([shown(), button(remove('Ada')).getAttribute('aria-disabled')]).toEqual([
    [t('course.quote', { text: t('course.says') }), '', '## adele'],
    'false',
  ]);
});

describe('someone', () => {
  test('is added with an id that is free, and shown', async () => {
    const { text, desk } = await opened();
    await fill(t('course.newPerson'), 'Lou');
    await press(t('course.addPerson'));
    expect(text('course.yaml')).toBe(`${COURSE}  - { id: lou-2, name: Lou }\n`);
    expect([wordsOf(panel().querySelector('code')), desk.announced.value]).toEqual(['## lou-2', t('course.added', { name: 'Lou' })]);
    await fill(t('course.newPerson'), '…');
    await press(t('course.addPerson'));
    expect(text('course.yaml')).toContain('{ id: personne, name: … }');
  });

  test('moves, and stays chosen', async () => {
    const { text } = await opened();
    await press(t('course.down', { name: 'Ada' }));
    expect(text('course.yaml')?.match(/id: \w+/g)).toEqual(['id: four', 'id: max', 'id: ada', 'id: lou']);
    expect(chosen()).toEqual(['Adaboulangère']);
    expect(button(t('course.down', { name: 'Ada' })).getAttribute('aria-disabled')).toBe('false');
    await press(t('course.down', { name: 'Ada' }));
    expect(button(t('course.down', { name: 'Ada' })).getAttribute('aria-disabled')).toBe('true');
  });

  test('who appears stays; another one is removed once that is confirmed', async () => {
    const { text, desk } = await opened();
    const reason = button(remove('Ada')).getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(reason)?.textContent).toBe(t('course.inUse', { n: 1 }));
    await choose(1);
    await press(remove('Max'));
    const dialog = wordsOf(document.querySelector('dialog'));
    expect(dialog).toContain(t('course.removeOne', { name: 'Max' }));
    expect(dialog).toContain(t('course.removePerson.why'));
    await press(t('cancel'));
    expect(text('course.yaml')).toBe(COURSE);
    await press(remove('Max'));
    await press(t('course.remove.do'));
    expect([text('course.yaml'), chosen()]).toEqual([COURSE.replace(/ {2}- \{ id: max.*\n/, ''), ['Adaboulangère']]);
    expect([desk.announced.value, desk.removals.value]).toEqual([t('course.removed', { name: 'Max' }), 1]);
  });
});

test('what the form can’t change is not announced as done', async () => {
  const { desk } = await opened(SHARED);
  await fill(t('course.newPerson'), 'C');
  await press(t('course.addPerson'));
  expect([desk.refused.value, desk.announced.value, chosen()]).toEqual(['modules/four/course.yaml', '', ['A']]);
  await press(t('course.down', { name: 'A' }));
  expect(chosen()).toEqual(['A']);
  await press(remove('A'));
  await press(t('course.remove.do'));
  expect([desk.announced.value, desk.removals.value]).toEqual(['', 0]);
});
