// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import { cohortTexts } from '../../../build/studio/course/cohort-edits.ts';
import { CohortTable } from '../../../build/studio/course/cohort-table.tsx';
import type { CourseDesk } from '../../../build/studio/course/desk.ts';
import type { Checked } from '../../../build/studio/engine/calls.ts';
import { language, t } from '../../../build/studio/strings.ts';
import { factsOf, type OpenDesk, openDesk, problemAt, write } from '../../helpers/course-desk.ts';
import { button, buttons, draw, field, fill, looks, press, undraw, wordsOf } from '../../helpers/drawn.ts';

language.value = 'en';
const COURSE = `modules: [pain]
variables: { contact: Ada }
theme: { accent: "#1D4ED8", logo: assets/logo.svg }
`;
const PAIN = '---\nid: pain\ntitle: Le pain\npass: 60\ncompletion: score\n---\n\n# Un {#un}\n';
const COHORT = `title: Le soir
tags: [soir]
variables: { contact: Lou }
`;
const ASSETS = {
  'assets/logo.svg': '<svg/>',
  'assets/b/Soir.PNG': 'x',
  'assets/son.mp3': 'x',
  'assets/c.jpeg': 'x',
  'assets/d.jpg': 'x',
  'assets/e.webp': 'x',
  'assets/f.gif': 'x',
  'assets/g.avif': 'x',
  'assets/svg': 'x',
};

/** The table of the only cohort, drawn again when its file changes. */
function Table({ desk }: { readonly desk: CourseDesk }) {
  const [cohort] = cohortTexts(desk);
  return cohort ? h(CohortTable, { desk, cohort }) : null;
}
async function opened(cohort = COHORT, course = COURSE, checked: Partial<Checked> = {}): Promise<OpenDesk & { soir(): string }> {
  const texts = { 'course.yaml': course, 'pain.md': PAIN, 'cohorts/soir.yaml': cohort, ...ASSETS };
  const facts = factsOf([{ id: 'pain', title: 'Le pain' }]);
  const open = await openDesk(texts, { course: facts, ...checked });
  await draw(h(Table, { desk: open.desk }));
  return { ...open, soir: () => open.text('cohorts/soir.yaml') ?? '' };
}
const rows = (): HTMLTableRowElement[] => [...document.querySelectorAll<HTMLTableRowElement>('tbody tr')];
const heads = (): string[] => rows().map((one) => wordsOf(one.querySelector('th')));
const inCourse = (): string[] => rows().map((one) => wordsOf(one.querySelector('td')));
const all = (): Promise<void> => press(t('course.allSettings'));
const pass = t('course.cohort.pass', { session: 'Le pain' });
const duration = t('course.cohort.duration', { session: 'Le pain' });
const title = t('course.cohort.module-title', { session: 'Le pain' });
const completion = t('course.cohort.completion', { session: 'Le pain' });
const [tags, accent, logo] = [t('course.cohort.tags'), t('course.cohort.accent'), t('course.cohort.logo')];
const options = (label: string): string[][] => [...field<HTMLSelectElement>(label).options].map((one) => [one.value, one.text]);

afterEach(undraw);

describe('the table', () => {
  test('has a caption, columns, and a row for each usual setting with the value of the course', async () => {
    await opened();
    expect(wordsOf(document.querySelector('caption.s-hidden'))).toBe(t('course.cohort.caption', { name: 'Le soir' }));
    expect([...document.querySelectorAll('thead th[scope=col]')].map(wordsOf)).toEqual([
      t('course.setting'),
      t('course.theCourse'),
      t('course.thisCohort'),
      t('course.differences', { n: 2 }),
    ]);
    expect([heads(), inCourse()]).toEqual([
      [tags, 'contact', accent, logo, pass],
      [t('course.none'), 'Ada', '#1D4ED8', 'assets/logo.svg', '60 %'],
    ]);
    expect(rows().map((one) => one.querySelector('th')?.scope)).toEqual(rows().map(() => 'row'));
    expect(rows().flatMap((one) => (one.dataset.differs === undefined ? [] : [wordsOf(one.querySelector('th'))]))).toEqual([
      tags,
      'contact',
    ]);
    const swatches = [...document.querySelectorAll<HTMLElement>('td .s-swatch')];
    expect(swatches.map((one) => [wordsOf(one.closest('tr')?.querySelector('th')), one.style.background])).toEqual([[accent, '#1D4ED8']]);
    expect(document.querySelector('td')?.dataset.title).toBe(t('course.theCourse'));
  });

  test('has the other settings of sessions once they are asked for', async () => {
    await opened();
    expect(button(t('course.allSettings')).getAttribute('aria-pressed')).toBe('false');
    await all();
    expect(button(t('course.allSettings')).getAttribute('aria-pressed')).toBe('true');
    expect(heads().slice(4)).toEqual([pass, duration, title, completion]);
    expect(inCourse().slice(4)).toEqual(['60 %', t('course.none'), 'Le pain', t('course.completion.score')]);
    await all();
    expect(heads().slice(4)).toEqual([pass]);
  });

  test('has those that the cohort sets, anyway', async () => {
    await opened(`${COHORT}modules: { pain: { duration: 20, title: Le soir } }\n`);
    expect(heads().slice(4)).toEqual([pass, duration, title]);
  });
});

describe('a value', () => {
  test('of the cohort can be given back to the course', async () => {
    const { soir } = await opened();
    expect(buttons()).toEqual([tags, 'contact'].map((name) => t('course.restoreOne', { name })).concat(t('course.allSettings')));
    expect(button(t('course.restoreOne', { name: tags })).textContent).toBe(t('course.restore'));
    expect(looks()).toEqual(['quiet rotate-ccw', 'quiet rotate-ccw', 'quiet']);
    await press(t('course.restoreOne', { name: 'contact' }));
    expect(soir()).toBe('title: Le soir\ntags: [soir]\n');
    expect(buttons()).not.toContain(t('course.restoreOne', { name: 'contact' }));
  });

  test('that is the same as the course’s is written, but no difference', async () => {
    await opened('variables: { contact: Ada }\n');
    expect([wordsOf(document.querySelector('thead .s-tag')), buttons()[0]]).toEqual([
      t('course.differences', { n: 0 }),
      t('course.restoreOne', { name: 'contact' }),
    ]);
  });

  test('that is missing has the course’s as its example', async () => {
    await opened('variables: { contact: "" }\n', 'modules: [pain]\nvariables: { contact: Ada, ville: Lyon, rue: "" }\n');
    await all();
    const example = (label: string): string => field(label).placeholder;
    expect(['contact', 'ville', 'rue', tags, pass, duration].map(example)).toEqual([
      t('course.empty'),
      'Lyon',
      t('course.asCourse'),
      t('course.asCourse'),
      '60',
      t('course.asCourse'),
    ]);
  });
});

describe('what is typed', () => {
  test('for a word to replace is kept as it is, also empty', async () => {
    const { soir } = await opened();
    expect(field('contact').localName).toBe('textarea');
    await write('contact', '12');
    expect(soir()).toContain('contact: "12"');
    await write('contact', '');
    expect(soir()).toContain('contact: ""');
  });

  test('for tags is a list of words', async () => {
    const { soir } = await opened();
    await write(tags, 'soir, loin;nuit  aube,');
    expect(soir()).toContain('tags: [soir, loin, nuit, aube]\n');
    await write(tags, '');
    expect(soir()).not.toContain('tags');
  });

  test.each([
    [pass, '%', 'pass'],
    [duration, 'min', 'duration'],
  ])('for %s is a number, or kept to be checked', async (label, unit, key) => {
    const { soir } = await opened('title: Le soir\n');
    await all();
    expect([field(label).inputMode, wordsOf(field(label).parentElement)]).toEqual(['numeric', unit]);
    await write(label, '45');
    expect(soir()).toContain(`${key}: 45 `);
    await write(label, 'une heure');
    expect(soir()).toContain(`${key}: une heure `);
    await write(label, '');
    expect(soir()).toBe('title: Le soir\n');
  });

  test('for a title is text, though it begins with a number', async () => {
    const { soir } = await opened('title: Le soir\n');
    await all();
    expect([field(title).inputMode, wordsOf(field(title).parentElement)]).toEqual(['', '']);
    await write(title, '3 pains');
    expect(soir()).toBe('title: Le soir\nmodules: { pain: { title: 3 pains } }\n');
  });

  test('a setting that is written and the same is no difference, and can be given back', async () => {
    const { soir } = await opened('title: Le soir\nmodules: { pain: { pass: 60 } }\n');
    expect([rows().filter((one) => one.dataset.differs !== undefined).length, looks()]).toEqual([0, ['quiet rotate-ccw', 'quiet']]);
    await press(t('course.restoreOne', { name: pass }));
    expect(soir()).toBe('title: Le soir\n');
  });

  test('for a colour is one, shown in the look of the course', async () => {
    const { soir } = await opened();
    expect([field(accent).placeholder, field(t('course.chooseColour', { label: accent })).value.toLowerCase()]).toEqual([
      '#1D4ED8',
      '#1d4ed8',
    ]);
    await write(accent, '12663f');
    expect(soir()).toContain('theme: { accent: "#12663f" }\n');
    expect(wordsOf(document.querySelector('.s-course-legible'))).toBe(t('course.legible'));
    await write(accent, '');
    expect(soir()).toBe(COHORT);
  });
});

describe('a choice', () => {
  test('of a logo has the pictures of the course, by name', async () => {
    const { soir } = await opened();
    expect(options(logo)).toEqual([
      ['', t('course.asCourse')],
      ['assets/b/Soir.PNG', 'Soir.PNG'],
      ['assets/c.jpeg', 'c.jpeg'],
      ['assets/d.jpg', 'd.jpg'],
      ['assets/e.webp', 'e.webp'],
      ['assets/f.gif', 'f.gif'],
      ['assets/g.avif', 'g.avif'],
      ['assets/logo.svg', 'logo.svg'],
    ]);
    await fill(logo, 'assets/c.jpeg');
    expect([soir(), field(logo).value]).toEqual([`${COHORT}theme: { logo: assets/c.jpeg }\n`, 'assets/c.jpeg']);
    await fill(logo, '');
    expect(soir()).toBe(COHORT);
  });

  test('of when a session is completed has four conditions', async () => {
    const { soir } = await opened();
    await all();
    const words = ['visited', 'activities', 'score', 'visited+score'] as const;
    expect(options(completion)).toEqual([['', t('course.asCourse')], ...words.map((word) => [word, t(`course.completion.${word}`)])]);
    await fill(completion, 'visited+score');
    expect([soir(), field(completion).value]).toEqual([`${COHORT}modules: { pain: { completion: visited+score } }\n`, 'visited+score']);
  });
});

test('a problem stands at its setting', async () => {
  await opened(COHORT, COURSE, { problems: [problemAt('cohorts/soir.yaml', 2, 1, 'Inconnu.'), problemAt('course.yaml', 2, 14, 'Autre.')] });
  expect(
    [...document.querySelectorAll('.s-course-problems')].map((one) => [wordsOf(one), wordsOf(one.closest('tr')?.querySelector('th'))]),
  ).toEqual([['Inconnu.', tags]]);
});

test('a condition that does not exist is shown as the usual one', async () => {
  const { studio } = await opened();
  studio.edit('modules/four/pain.md', PAIN.replace('completion: score', 'completion: never'));
  await all();
  expect(inCourse().at(-1)).toBe(t('course.completion.activities'));
});
