// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import { CompetenciesSection } from '../../../build/studio/course/competencies.tsx';
import type { Checked } from '../../../build/studio/engine/calls.ts';
import { language, t } from '../../../build/studio/strings.ts';
import { type OpenDesk, openDesk, problemAt, write } from '../../helpers/course-desk.ts';
import { button, buttons, draw, field, fill, looks, press, undraw, wordsOf } from '../../helpers/drawn.ts';

language.value = 'en';
const COURSE = `id: four
competencies:
  - { id: cuire, title: Cuire le pain }
  - { id: vendre, title: Vendre }
  - { id: c4-2, title: C4.2 Compter }
`;
const PAIN = '---\nid: pain\ncompetencies: [cuire]\n---\n\n# Un {#un}\n\n:::choice{#q competency="vendre; cuire"}\n- [x] a\n:::\n';
const TEXTS = { 'course.yaml': COURSE, 'pain.md': PAIN, 'sel.md': '# Sel {#sel}\n' };
const NAMES = ['Cuire le pain', 'Vendre', 'C4.2 Compter'];
/** A list that forms can't change, because it is written elsewhere. */
const SHARED = { 'course.yaml': 'x: &all [{ id: a, title: A }, { id: b, title: B }]\ncompetencies: *all\n' };

async function opened(texts: Readonly<Record<string, string>> = TEXTS, checked: Partial<Checked> = {}): Promise<OpenDesk> {
  const open = await openDesk(texts, checked);
  await draw(h(CompetenciesSection, { desk: open.desk }));
  return open;
}
const titleField = (id: string): string => t('course.competencyTitle', { id });
const remove = (name: string): string => t('course.remove', { name });
const change = (id: string): string => t('course.changeId.do', { id });

afterEach(undraw);

describe('the list', () => {
  test('has each competency with its dot, its id and where it is used', async () => {
    await opened();
    const rows = [...document.querySelectorAll('ol > li')];
    expect(rows.map((one) => one.querySelector('.s-dot')?.className)).toEqual(['s-dot s-dot-1', 's-dot s-dot-2', 's-dot s-dot-3']);
    expect(rows.map((one) => [one.querySelector('input')?.value, one.querySelector('code')?.textContent])).toEqual([
      ['Cuire le pain', 'cuire'],
      ['Vendre', 'vendre'],
      ['C4.2 Compter', 'c4-2'],
    ]);
    expect(rows.map((one) => wordsOf(one.querySelector('.s-course-uses summary')))).toEqual([
      `${t('course.used', { n: 2 })} : Cuire le pain`,
      `${t('course.used', { n: 1 })} : Vendre`,
      '',
    ]);
    expect(wordsOf(rows[2])).toContain(t('course.unused'));
    expect(wordsOf(document.querySelector('header'))).toBe(
      `${t('course.competencies')}${wordsOf({ textContent: t('course.competencies.lead') } as Element)}`,
    );
  });

  test('repeats its colours after six', async () => {
    const items = [1, 2, 3, 4, 5, 6, 7].map((at) => `  - { id: c${at}, title: C${at} }\n`);
    await opened({ 'course.yaml': `competencies:\n${items.join('')}` });
    expect([...document.querySelectorAll('.s-dot')].slice(5).map((one) => one.className)).toEqual(['s-dot s-dot-6', 's-dot s-dot-1']);
  });

  test('shows a problem at its competency, or above if there are none', async () => {
    await opened(TEXTS, { problems: [problemAt('course.yaml', 4, 5, 'En double.')] });
    expect(
      [...document.querySelectorAll('.s-course-problems')].map((one) => one.closest('ol > li')?.querySelector('input')?.value),
    ).toEqual(['Vendre']);
    await opened({ 'course.yaml': 'competencies: 12\n' }, { problems: [problemAt('course.yaml', 1, 15, 'Une liste.')] });
    expect(wordsOf(document.querySelector('.s-course-problems'))).toBe('Une liste.');
  });
});

describe('a competency', () => {
  test('gets another title, but not an empty one', async () => {
    const { text } = await opened();
    await write(titleField('vendre'), ' ');
    expect(text('course.yaml')).toBe(COURSE);
    await write(titleField('vendre'), 'Vendre bien');
    expect(text('course.yaml')).toBe(COURSE.replace('Vendre', 'Vendre bien'));
  });

  test('moves, which is announced', async () => {
    const { text, desk } = await opened();
    await press(t('course.up', { name: 'Vendre' }));
    expect(text('course.yaml')?.match(/id: [^,]+/g)).toEqual(['id: four\ncompetencies:\n  - { id: vendre', 'id: cuire', 'id: c4-2']);
    expect(desk.announced.value).toBe(t('course.moved', { name: 'Vendre', at: 1, n: 3 }));
    const ends = [t('course.up', { name: 'Vendre' }), t('course.down', { name: 'C4.2 Compter' })];
    expect(ends.map((name) => button(name).getAttribute('aria-disabled'))).toEqual(['true', 'true']);
  });

  test('that is used stays; another one is removed once that is confirmed', async () => {
    const { text, desk } = await opened();
    const reasons = NAMES.map((name) => button(remove(name)).getAttribute('aria-describedby') ?? '');
    expect(reasons.map((id) => document.getElementById(id)?.textContent)).toEqual([
      t('course.inUse', { n: 2 }),
      t('course.inUse', { n: 1 }),
      undefined,
    ]);
    await press(remove('Vendre'));
    expect(document.querySelector('dialog')).toBeNull();
    await press(remove('C4.2 Compter'));
    expect(wordsOf(document.querySelector('dialog'))).toContain(t('course.removeOne', { name: 'C4.2 Compter' }));
    expect(wordsOf(document.querySelector('dialog'))).toContain(t('course.removeCompetency.why'));
    expect(text('course.yaml')).toBe(COURSE);
    await press(t('course.remove.do'));
    expect([text('course.yaml'), document.querySelector('dialog')]).toEqual([COURSE.replace(/ {2}- \{ id: c4.*\n/, ''), null]);
    expect([desk.announced.value, desk.removals.value]).toEqual([t('course.removed', { name: 'C4.2 Compter' }), 1]);
  });

  test('is added with an id that is free', async () => {
    const { text, desk } = await opened();
    expect(field(t('course.newCompetency')).placeholder).toBe(t('course.newCompetency.like'));
    await fill(t('course.newCompetency'), 'C4.2 Peser');
    await press(t('course.addCompetency'));
    expect(text('course.yaml')).toBe(`${COURSE}  - { id: c4-2-2, title: C4.2 Peser }\n`);
    expect(desk.announced.value).toBe(t('course.added', { name: 'C4.2 Peser' }));
  });
});

describe('an id', () => {
  const pencil = t('course.changeId', { id: 'cuire' });

  test('is changed after a warning, in the course and in its texts', async () => {
    const { text, studio } = await opened();
    const edits: string[] = [];
    const edit = studio.edit.bind(studio);
    studio.edit = (path, content) => {
      edits.push(path);
      edit(path, content);
    };
    await press(pencil);
    expect([field(t('course.newId')).value, wordsOf(document.body).includes(t('course.changeId.why').slice(0, 40))]).toEqual([
      'cuire',
      true,
    ]);
    const about = field(t('course.newId')).getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(about)?.textContent).toBe(t('course.newId.hint'));
    expect(looks().slice(0, 6)).toEqual([
      'quiet only-icon arrow-up',
      'quiet only-icon arrow-down',
      'quiet only-icon trash-2',
      'quiet only-icon pencil',
      'plain',
      'danger',
    ]);
    await write(t('course.newId'), 'Cuire à point');
    expect(buttons()).toContain(change('cuire-a-point'));
    expect(text('pain.md')).toBe(PAIN);
    await press(change('cuire-a-point'));
    expect(text('course.yaml')).toBe(COURSE.replace('id: cuire', 'id: cuire-a-point'));
    expect(text('pain.md')).toBe(PAIN.replaceAll('cuire', 'cuire-a-point'));
    expect(edits).toEqual(['modules/four/course.yaml', 'modules/four/pain.md']);
    expect(document.querySelector('.s-course-note')).toBeNull();
  });

  test('that is being changed stays with its competency when that moves', async () => {
    await opened();
    await press(pencil);
    await press(t('course.up', { name: 'Vendre' }));
    expect(document.querySelector('.s-course-note')?.closest('li')?.querySelector('code')?.textContent).toBe('cuire');
  });

  test.each([
    ['the same', 'cuire', 'cuire'],
    ['another’s', 'Vendre', 'vendre'],
    ['none', '…', ''],
  ])('can’t become %s', async (_, typed, wanted) => {
    const { text } = await opened();
    await press(pencil);
    await write(t('course.newId'), typed);
    expect(button(change(wanted)).disabled).toBe(true);
    await press(t('cancel'));
    expect([text('course.yaml'), document.querySelector('.s-course-note')]).toEqual([COURSE, null]);
  });

  test('stays everywhere if one text can’t be changed, and the form shows which', async () => {
    const { text, desk } = await opened({ ...TEXTS, 'sel.md': '---\ncompetencies: [&x cuire]\nb: *x\n---\n' });
    await press(pencil);
    await write(t('course.newId'), 'cuire-2');
    await press(change('cuire-2'));
    expect([text('course.yaml'), text('pain.md'), desk.refused.value]).toEqual([COURSE, PAIN, 'modules/four/sel.md']);
    expect(document.querySelector('.s-course-note')).toBeNull();
  });

  test('stays in the texts if the course can’t be changed', async () => {
    const pain = PAIN.replaceAll('cuire', 'a');
    const { text, desk } = await opened({ ...SHARED, 'pain.md': pain });
    await press(t('course.changeId', { id: 'a' }));
    await write(t('course.newId'), 'cuire');
    await press(change('cuire'));
    expect([text('course.yaml'), text('pain.md'), desk.refused.value]).toEqual([SHARED['course.yaml'], pain, 'modules/four/course.yaml']);
  });
});

test('what the form can’t change is not announced as done', async () => {
  const { desk } = await opened(SHARED);
  await press(t('course.up', { name: 'B' }));
  expect([desk.refused.value, desk.announced.value]).toEqual(['modules/four/course.yaml', '']);
  await press(remove('A'));
  await press(t('course.remove.do'));
  expect([desk.announced.value, desk.removals.value]).toEqual(['', 0]);
  await fill(t('course.newCompetency'), 'C');
  await press(t('course.addCompetency'));
  expect(desk.announced.value).toBe('');
});
