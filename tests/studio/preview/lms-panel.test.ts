// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CmiRecord } from '../../../build/preview/client/lms.ts';
import { factsOfRecord } from '../../../build/preview/client/record-facts.ts';
import type { Call } from '../../../build/studio/play/messages.ts';
import { LmsPanel } from '../../../build/studio/preview/lms-panel.tsx';
import { PreviewState } from '../../../build/studio/preview/preview-state.ts';
import { t } from '../../../build/studio/strings.ts';
import { icons } from '../../helpers/drawn.ts';
import { openStudio } from '../../helpers/open-studio.ts';

const ADDRESSES = { frame: 'frame.html', script: 'play.js', lms: { '1.2': '12.js', '2004': '2004.js' } };
const COHORTS = [{ name: 'soir', title: 'Le soir' }];

let state: PreviewState;

beforeEach(async () => {
  const { studio } = await openStudio({ 'pain.md': '# Un\n' });
  state = new PreviewState(studio, { id: 'pain', path: 'modules/four/pain.md' }, document.createElement('div'), ADDRESSES, 'Aperçu');
});
afterEach(() => {
  render(null, document.body);
  state.close();
});

const draw = (cohorts: typeof COHORTS = []): Promise<void> => act(() => render(h(LmsPanel, { state, cohorts }), document.body));
const text = (selector: string): string | null | undefined => document.querySelector(selector)?.textContent;
const texts = (selector: string): (string | null)[] => [...document.querySelectorAll(selector)].map((one) => one.textContent);
const facts = () => [document.querySelector<HTMLElement>('.s-chip')?.dataset.status, text('.s-chip'), text('.s-lms-score')];
const call = (more: Partial<Call>): Call =>
  ({ method: 'LMSGetValue', args: ['cmi.a'], result: '', error: 0, diagnostic: '', ...more }) as Call;
const choose = (select: Element | undefined, value: string): Promise<void> =>
  act(() => {
    (select as HTMLSelectElement).value = value;
    select?.dispatchEvent(new Event('change', { bubbles: true }));
  });

test('before the first answer nothing is recorded', async () => {
  await draw();
  expect(facts()).toEqual(['open', t('preview.is.not attempted'), t('preview.noScore')]);
  expect([text('.s-lms-facts'), document.querySelector('progress')?.value]).toEqual([
    expect.stringContaining(t('preview.answers', { n: 0 })),
    0,
  ]);
  expect([texts('details p'), texts('li'), document.querySelector('.s-lms-refused')]).toEqual([[t('preview.nothing')], [], null]);
});

test.each<[string[], string, string]>([
  [['incomplete'], 'open', t('preview.is.incomplete')],
  [['passed'], 'done', t('preview.is.passed')],
  [['completed', 'failed'], 'done', `${t('preview.is.completed')}, ${t('preview.is.failed')}`],
  [['failed'], 'open', t('preview.is.failed')],
  [['held'], 'open', 'held'],
  [['browsed'], 'open', t('preview.is.browsed')],
  [['not attempted'], 'open', t('preview.is.not attempted')],
  [['completed'], 'done', t('preview.is.completed')],
])('the status %j is said in words', async (status, sign, words) => {
  state.facts.value = { ...factsOfRecord({}), status, score: '80', answers: 3 };
  await draw();
  expect(facts()).toEqual([sign, words, t('preview.score', { score: '80' })]);
  expect([document.querySelector('progress')?.value, document.querySelector('progress')?.max]).toEqual([80, 100]);
  expect(text('.s-lms-facts')).toContain(t('preview.answers', { n: 3 }));
});

test('the data are listed by their full names; long ones are cut', async () => {
  state.record.value = {
    core: { lesson_status: 'passed', exit: '' },
    suspend_data: 'x'.repeat(161),
    comments: 'y'.repeat(160),
  } as CmiRecord;
  await draw();
  expect(texts('th[scope=row]')).toEqual(['cmi.core.lesson_status', 'cmi.suspend_data', 'cmi.comments']);
  expect(texts('tr')).toEqual(['cmi.core.lesson_statuspassed', `cmi.suspend_data${'x'.repeat(160)}…`, `cmi.comments${'y'.repeat(160)}`]);
});

test('calls are listed with what they returned, and with an error if there was one', async () => {
  state.calls.value = [
    call({ method: 'LMSSetValue', args: ['cmi.a', 'b"'], result: 'false', error: 1, diagnostic: 'Non.' }),
    call({ result: '5' }),
  ];
  await draw();
  expect(texts('li')).toEqual(['LMSSetValue("cmi.a", "b\\"") → false 1 Non.', 'LMSGetValue("cmi.a") → 5']);
  expect(texts('li strong')).toEqual([' 1 Non.']);
  state.calls.value = [call({ args: ['y'.repeat(161)], result: 'x'.repeat(161) })];
  await draw();
  expect(texts('li')).toEqual([`LMSGetValue("${'y'.repeat(160)}…") → ${'x'.repeat(160)}…`]);
  expect(document.querySelector('ol')?.reversed).toBe(true);
});

test('refused calls are counted', async () => {
  state.refused.value = 2;
  await draw();
  expect(text('.s-lms-refused')).toBe(t('preview.refused', { n: 2 }));
});

test('the learner, the edition and the cohort are chosen', async () => {
  await draw(COHORTS);
  const [learner, standard, cohort] = document.querySelectorAll('select');
  expect([...document.querySelectorAll('select')].map((one) => [...one.options].map(({ value }) => value))).toEqual([
    ['camille', 'sacha', 'noor'],
    ['1.2', '2004'],
    ['', 'soir'],
  ]);
  await choose(learner, 'noor');
  await choose(standard, '2004');
  await choose(cohort, 'soir');
  expect([state.learner.value, state.standard.value, state.cohort.value]).toEqual(['noor', '2004', 'soir']);
});

test('a course without cohorts has no choice of one', async () => {
  await draw();
  expect(document.querySelectorAll('select')).toHaveLength(2);
  expect(document.querySelector('.s-lms-head label span')?.className).toBe('s-hidden');
});

test('a visit is resumed, or begun again', async () => {
  const [play, startOver] = [vi.spyOn(state, 'play').mockResolvedValue(), vi.spyOn(state, 'startOver').mockResolvedValue()];
  await draw();
  const [resume, begin] = document.querySelectorAll<HTMLElement>('.s-lms-head button');
  expect([resume, begin].map((one) => one?.getAttribute('aria-label'))).toEqual([t('preview.resumeAbout'), t('preview.startOver')]);
  resume?.click();
  expect([play.mock.calls, startOver.mock.calls.length]).toEqual([[[true]], 0]);
  begin?.click();
  expect([play.mock.calls.length, startOver.mock.calls.length]).toEqual([1, 1]);
});

test('buttons show what they do', async () => {
  await draw();
  expect(icons()).toEqual(['play', 'rotate-ccw']);
});

test('everything has its words and names', async () => {
  await draw(COHORTS);
  const named = (selector: string): (string | null)[] =>
    [...document.querySelectorAll(selector)].map((one) => one.getAttribute('aria-label'));
  expect([named('section, progress, button'), texts('h3, h4, summary'), texts('label')]).toEqual([
    ['Moodle d’essai', 'Quitter la séance et y revenir, comme dans Moodle', 'Recommencer à zéro', 'Score'],
    ['Moodle d’essai', 'Ce qui est enregistré', 'Données dans Moodle', 'Échanges de cette visite'],
    ['ApprenantCamilleSachaNoor', 'FormatSCORM 1.2SCORM 2004', 'PromotionSans promotionLe soir'],
  ]);
});

test('the choices show what is chosen', async () => {
  state.learner.value = 'noor';
  state.standard.value = '2004';
  state.cohort.value = 'soir';
  await draw(COHORTS);
  expect([...document.querySelectorAll('select')].map(({ value }) => value)).toEqual(['noor', '2004', 'soir']);
});
