// @vitest-environment happy-dom
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test } from 'vitest';
import { SettingsSection } from '../../../build/studio/course/settings-section.tsx';
import type { Checked } from '../../../build/studio/engine/calls.ts';
import { language, t } from '../../../build/studio/strings.ts';
import { type OpenDesk, openDesk, problemAt, write } from '../../helpers/course-desk.ts';
import { button, draw, field, fill, press, settled, undraw, wordsOf } from '../../helpers/drawn.ts';

language.value = 'en';
const COURSE = `id: four
title: Le four
organisation: Boulangerie
targets: [scorm12, web]
variables:
  contact: Ada
  ville: Lyon
`;
const PAIN = '# Un {#un}\n\nÀ {{ville}}, voir {{ ville }}, non {{villes}}, {{Ville}}, {ville}, {{ville }}.\n';

async function opened(course = COURSE, checked: Partial<Checked> = {}): Promise<OpenDesk> {
  const open = await openDesk({ 'course.yaml': course, 'pain.md': PAIN, 'sel.md': '{{ville}}', 'note.txt': '{{contact}}' }, checked);
  await draw(h(SettingsSection, { desk: open.desk }));
  return open;
}
const boxes = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
async function toggle(at: number): Promise<void> {
  await act(() => boxes()[at]?.click());
  await settled();
}
const targets = (text: string | undefined): string | undefined => /targets: (.*)/.exec(text ?? '')?.[1];
const optionsOf = (label: string): string[][] => [...field<HTMLSelectElement>(label).options].map((one) => [one.value, one.text]);
const remove = (name: string): string => t('course.remove', { name });

afterEach(undraw);

test('the title is written, but not an empty one; an empty organisation is removed', async () => {
  const { text } = await opened();
  expect(wordsOf(document.querySelector('header'))).toBe(`${t('course.settings')}${t('course.settings.lead', { id: 'four' })}`);
  await write(t('course.title'), ' ');
  expect(text('course.yaml')).toBe(COURSE);
  await write(t('course.title'), 'Le pain');
  await write(t('course.organisation'), '');
  expect(text('course.yaml')).toBe(COURSE.replace('Le four', 'Le pain').replace('organisation: Boulangerie\n', ''));
  await write(t('course.organisation'), 'École');
  expect(text('course.yaml')).toContain('\norganisation: École\n');
});

test('problems stand at their field', async () => {
  await opened(COURSE, { problems: [2, 3, 4, 7].map((line) => problemAt('course.yaml', line, line === 7 ? 3 : 1, `Ligne ${line}.`)) });
  const problems = [...document.querySelectorAll('.s-course-problems')];
  expect(problems.map((one) => [wordsOf(one), wordsOf(one.parentElement?.querySelector('label, legend'))])).toEqual([
    ['Ligne 2.', t('course.title')],
    ['Ligne 3.', t('course.organisation')],
    ['Ligne 4.', t('course.targets')],
    ['Ligne 7.', '{{ville}}'],
  ]);
});

test.each([
  ['lang', t('course.lang'), 'fr', 'en', ['Français', 'English']],
  ['package', t('course.package'), 'sco-per-module', 'one-sco', [t('course.package.each'), t('course.package.one')]],
  ['pace', t('course.pace'), 'steps', 'page', [t('course.pace.steps'), t('course.pace.page')]],
  ['profile', t('course.profile'), 'moodle', 'strict', [t('course.profile.moodle'), t('course.profile.strict')]],
])('%s is one of two', async (key, label, usual, other, names) => {
  const { text } = await opened();
  expect([field(label).value, optionsOf(label)]).toEqual([
    usual,
    [
      [usual, names[0]],
      [other, names[1]],
    ],
  ]);
  await fill(label, other);
  expect([text('course.yaml'), field(label).value]).toEqual([`${COURSE}${key}: ${other}\n`, other]);
});

test('a change of the package has a warning', async () => {
  await opened();
  const about = field(t('course.package')).getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(about)?.textContent).toBe(t('course.package.hint'));
});

describe('targets', () => {
  test('are those of the course, each with a few words', async () => {
    await opened();
    expect([wordsOf(document.querySelector('legend')), boxes().map(({ checked }) => checked)]).toEqual([
      t('course.targets'),
      [true, false, false, true],
    ]);
    expect(boxes().map((one) => wordsOf(one.closest('label')))).toEqual(
      (['scorm12', 'scorm2004-3', 'scorm2004-4', 'web'] as const).map(
        (one) => `${t(`course.target.${one}`)}${t(`course.target.${one}.about`)}`,
      ),
    );
  });

  test('are added and removed in their own order, and the last one stays', async () => {
    const { text } = await opened();
    await toggle(1);
    expect(targets(text('course.yaml'))).toBe('[scorm12, scorm2004-3, web]');
    await toggle(0);
    await toggle(1);
    expect([targets(text('course.yaml')), boxes().map(({ disabled }) => disabled)]).toEqual(['[web]', [false, false, false, true]]);
    await act(() => void boxes()[3]?.dispatchEvent(new Event('change', { bubbles: true })));
    expect(targets(text('course.yaml'))).toBe('[web]');
  });
});

describe('words to replace', () => {
  test('have a title and a few words', async () => {
    await opened();
    const section = document.querySelector('section');
    expect([section?.querySelector('h2')?.textContent, section?.querySelector('p')?.textContent]).toEqual([
      t('course.variables'),
      t('course.variables.lead'),
    ]);
  });

  test('have their value, and the number of their places in the texts', async () => {
    const { text } = await opened();
    const hint = (label: string) => document.getElementById(field(label).getAttribute('aria-describedby') ?? '')?.textContent;
    expect(['{{contact}}', '{{ville}}'].map((label) => [field(label).value, hint(label)])).toEqual([
      ['Ada', t('course.inTexts', { n: 0 })],
      ['Lyon', t('course.inTexts', { n: 4 })],
    ]);
    await write('{{ville}}', '');
    expect(text('course.yaml')).toBe(COURSE.replace('ville: Lyon', 'ville: ""'));
  });

  test('are removed unless a text has them', async () => {
    const { text, desk } = await opened();
    const reason = button(remove('ville')).getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(reason)?.textContent).toBe(t('course.inUse', { n: 4 }));
    await press(remove('ville'));
    expect(text('course.yaml')).toBe(COURSE);
    await press(remove('contact'));
    expect([text('course.yaml'), desk.announced.value, desk.removals.value]).toEqual([
      COURSE.replace('  contact: Ada\n', ''),
      t('course.removed', { name: 'contact' }),
      1,
    ]);
  });

  test('are added under a plain name, once', async () => {
    const { text } = await opened();
    const add = async (name: string): Promise<void> => {
      await fill(t('course.newVariable'), name);
      await press(t('course.addVariable'));
    };
    await add('Ville');
    await add('12');
    expect(text('course.yaml')).toBe(COURSE);
    await add('Où aller');
    expect(text('course.yaml')).toBe(`${COURSE}  ou-aller: ""\n`);
  });

  test('that can’t be removed are not announced as removed', async () => {
    const { desk } = await opened('x: &all { contact: Ada, ville: Lyon }\nvariables: *all\n');
    await press(remove('contact'));
    expect([desk.announced.value, desk.removals.value]).toEqual(['', 0]);
  });

  test('may have any name by mistake: it is shown as it is', async () => {
    await opened('variables:\n  "c++ (": Ada\n');
    expect(field('{{c++ (}}').value).toBe('Ada');
  });
});
