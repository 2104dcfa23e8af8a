// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import { SessionsSection } from '../../../build/studio/course/sessions.tsx';
import type { Checked } from '../../../build/studio/engine/calls.ts';
import { language, t } from '../../../build/studio/strings.ts';
import { factsOf, type OpenDesk, openDesk, problemAt, write } from '../../helpers/course-desk.ts';
import { button, buttons, draw, field, fill, looks, press, undraw, wordsOf } from '../../helpers/drawn.ts';

language.value = 'en';
const COURSE = 'id: four\nmodules: [pain, sel]\n';
const sessionOf = (id: string, title: string): string => `---\nid: ${id}\ntitle: ${title}\n---\n\n# Un {#${id}-un}\n`;
const TEXTS = { 'course.yaml': COURSE, 'pain.md': sessionOf('pain', 'Le pain'), 'sel.md': sessionOf('sel', 'Le sel') };
/** A list that forms can't change, because it is written elsewhere. */
const SHARED = { ...TEXTS, 'course.yaml': 'x: &all [pain, sel]\nmodules: *all\n' };

async function opened(texts: Readonly<Record<string, string>> = TEXTS, checked: Partial<Checked> = {}): Promise<OpenDesk> {
  const open = await openDesk(texts, checked);
  await draw(h(SessionsSection, { desk: open.desk }));
  return open;
}
const rows = (): string[] => [...document.querySelectorAll('ol > li')].map(wordsOf);
const titleOf = (at: number): HTMLInputElement => field(t('course.sessionTitle', { n: at }));
const up = (name: string): string => t('course.up', { name });
const down = (name: string): string => t('course.down', { name });
const remove = (name: string): string => t('course.remove', { name });

afterEach(undraw);

describe('the list', () => {
  test('has each session with its number, file, title and what it takes', async () => {
    const facts = factsOf([{ id: 'sel', title: 'Le sel', minutes: 25, pages: [1, 2, 3] as never }]);
    await opened(TEXTS, { course: facts });
    expect([wordsOf(document.querySelector('h1')), titleOf(1).value, titleOf(2).value]).toEqual([
      t('course.sessions'),
      'Le pain',
      'Le sel',
    ]);
    expect(document.querySelector('header p')?.textContent).toBe(t('course.sessions.lead'));
    expect(rows()).toEqual(['1Title of session 1 pain.md', '2Title of session 23 pages · 25 min sel.md']);
    expect(buttons().slice(0, 4)).toEqual([up('Le pain'), down('Le pain'), t('course.write', { name: 'Le pain' }), remove('Le pain')]);
    expect(
      [up('Le pain'), down('Le pain'), up('Le sel'), down('Le sel')].map((name) => button(name).getAttribute('aria-disabled')),
    ).toEqual(['true', 'false', 'false', 'true']);
  });

  test('has problems at their session', async () => {
    await opened(TEXTS, { problems: [problemAt('course.yaml', 2, 17, 'Inconnue.'), problemAt('sel.md', 2, 17, 'Autre.')] });
    const problems = [...document.querySelectorAll('.s-course-problems')].map((one) => [
      one.closest('li')?.textContent?.[0],
      wordsOf(one.querySelector('li')),
    ]);
    // Once for the whole list, and at the session.
    expect(problems).toEqual([
      [undefined, 'Inconnue.'],
      ['2', 'Inconnue.'],
    ]);
    expect([titleOf(1), titleOf(2)].map((one) => one.getAttribute('aria-invalid'))).toEqual([null, 'true']);
  });
});

describe('a session', () => {
  test('gets another title in its own text, but not an empty one', async () => {
    const { text } = await opened();
    await write(t('course.sessionTitle', { n: 2 }), '  ');
    expect(text('sel.md')).toBe(TEXTS['sel.md']);
    await write(t('course.sessionTitle', { n: 2 }), 'La fleur de sel');
    expect([text('sel.md'), text('course.yaml')]).toEqual([TEXTS['sel.md'].replace('Le sel', 'La fleur de sel'), COURSE]);
  });

  test('moves, which is announced', async () => {
    const { text, desk } = await opened();
    await press(down('Le pain'));
    expect([text('course.yaml'), desk.announced.value]).toEqual([
      COURSE.replace('pain, sel', 'sel, pain'),
      t('course.moved', { name: 'Le pain', at: 2, n: 2 }),
    ]);
    expect(titleOf(1).value).toBe('Le sel');
  });

  test('opens its text', async () => {
    const { studio } = await opened();
    await press(t('course.write', { name: 'Le sel' }));
    expect(studio.cursor.value).toMatchObject({ path: 'modules/four/sel.md', line: 1 });
  });

  test('is removed from the course once that is confirmed; its text stays, and comes back', async () => {
    const { text, desk } = await opened();
    await press(remove('Le pain'));
    const dialog = wordsOf(document.querySelector('dialog'));
    expect(dialog).toContain(t('course.removeSession', { name: 'Le pain' }));
    expect(dialog).toContain(t('course.removeSession.why', { file: 'pain.md' }));
    await press(t('cancel'));
    expect([text('course.yaml'), document.querySelector('dialog')]).toEqual([COURSE, null]);
    await press(remove('Le pain'));
    await press(t('course.removeSession.do'));
    expect([text('course.yaml'), text('pain.md')]).toEqual(['id: four\nmodules: [sel]\n', TEXTS['pain.md']]);
    expect([desk.announced.value, desk.removals.value]).toEqual([t('course.removed', { name: 'pain' }), 1]);
    expect([wordsOf(document.querySelector('h2')), wordsOf(document.querySelector('ul li'))]).toEqual([
      t('course.unlisted'),
      `Le pain pain.md${t('course.putBack')}`,
    ]);
    expect(looks()).toEqual([
      'quiet only-icon arrow-up',
      'quiet only-icon arrow-down',
      'quiet only-icon file-text',
      'quiet only-icon trash-2',
      'soft plus',
      'plain plus',
    ]);
    await press(t('course.putBack'));
    expect([text('course.yaml'), document.querySelector('h2')]).toEqual(['id: four\nmodules: [sel, pain]\n', null]);
  });

  test('that is the last of the list is removed, and moves up to the first place', async () => {
    const { text, desk } = await opened();
    await press(up('Le sel'));
    expect([text('course.yaml'), desk.announced.value]).toEqual([
      COURSE.replace('pain, sel', 'sel, pain'),
      t('course.moved', { name: 'Le sel', at: 1, n: 2 }),
    ]);
    await press(remove('Le pain'));
    await press(t('course.removeSession.do'));
    expect([text('course.yaml'), desk.announced.value]).toEqual(['id: four\nmodules: [sel]\n', t('course.removed', { name: 'pain' })]);
  });

  test('that is the only one stays', async () => {
    await opened({ ...TEXTS, 'course.yaml': 'modules: [pain]\n' });
    const reason = button(remove('Le pain')).getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(reason)?.textContent).toBe(t('course.lastSession'));
    await press(remove('Le pain'));
    expect(document.querySelector('dialog')).toBeNull();
  });

  test('is added at the end', async () => {
    const { text } = await opened();
    await fill(t('course.newSession'), 'La mie');
    await press(t('course.addSession'));
    expect([text('course.yaml'), text('la-mie.md')?.includes('La mie'), titleOf(3).value]).toEqual([
      COURSE.replace('sel]', 'sel, la-mie]'),
      true,
      'La mie',
    ]);
  });
});

test('what the form can’t change is not announced as done', async () => {
  const { text, desk } = await opened(SHARED);
  await press(down('Le pain'));
  expect([desk.refused.value, desk.announced.value]).toEqual(['modules/four/course.yaml', '']);
  await press(remove('Le pain'));
  await press(t('course.removeSession.do'));
  expect([text('course.yaml'), desk.announced.value, desk.removals.value]).toEqual([SHARED['course.yaml'], '', 0]);
});
