// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { showProgress } from '../../src/player/progress.ts';
import { activity, bakery, bakeryCourse } from '../helpers/bakery.ts';
import { openStage, words } from './stage.ts';

const left = () =>
  [...document.querySelectorAll('#c-left a, #c-left li:not(:has(a))')].map((one) =>
    `${one.getAttribute('href') ?? ''} ${one.textContent}`.trim(),
  );
const bar = () => document.getElementById('c-progress') as HTMLProgressElement;
const marks = () =>
  [...document.querySelectorAll<HTMLElement>('#c-pages a')].map((one) => [
    one.dataset.mark,
    one.querySelector('use')?.getAttribute('href'),
    one.querySelector('.c-words')?.textContent,
  ]);

test('the bar counts what is required, and disappears where nothing is', async () => {
  const stage = openStage();
  expect([bar().max, bar().value, bar().hidden, document.getElementById('c-done')?.textContent]).toEqual([
    4,
    0,
    false,
    words.done?.replace('{done}', '0').replace('{total}', '4'),
  ]);
  stage.tracker.submit('levain', ['a']);
  await stage.shown();
  expect([bar().value, document.getElementById('c-done')?.textContent]).toEqual([
    1,
    words.done?.replace('{done}', '1').replace('{total}', '4'),
  ]);
  openStage({ content: bakery({ activities: [activity(0, 'levain', 'pick', { required: false })] }) });
  expect([bar().hidden, document.getElementById('c-done')?.hidden, bar().max]).toEqual([true, true, 1]);
});

test('pages are marked as new, begun or done', async () => {
  const stage = openStage();
  expect(marks()).toEqual([
    ['begun', '#i-contrast', `, ${words['page.begun']}`],
    ['new', '#i-circle', `, ${words['page.new']}`],
  ]);
  for (const [id, answer] of [
    ['levain', ['a']],
    ['gestes', ['a']],
    ['recette', 'x'],
  ] as const)
    stage.tracker.submit(id, answer);
  await stage.shown();
  expect(marks()[0]).toEqual(['done', '#i-circle-check', `, ${words['page.done']}`]);
  stage.press('next', '#c-nav');
  await stage.shown();
  expect(marks().map(([mark]) => mark)).toEqual(['done', 'begun']);
});

describe('what is left', () => {
  test('is linked: activities of pages seen, and others as their page', async () => {
    const stage = openStage();
    expect(left()).toEqual(['#a-levain levain', '#a-gestes gestes', '#a-recette recette', '#p-vente La vente']);
    stage.tracker.submit('levain', ['a']);
    await stage.shown();
    expect(left()[0]).toBe('#a-gestes gestes');
    stage.press('next', '#c-nav');
    await stage.shown();
    expect(left().at(-1)).toBe('#a-bilan bilan');
  });

  test('has the pass mark until it is reached, and disappears once nothing is left', async () => {
    const stage = openStage({ content: bakery({ pass: 60, activities: [activity(0, 'levain', 'pick'), activity(1, 'gestes', 'pick')] }) });
    const line = words['results.pass']?.replace('{pass}', '60');
    expect(left().at(-1)).toBe(line);
    stage.tracker.submit('levain', ['b']);
    await stage.shown();
    expect(left()).toEqual(['#a-gestes gestes', line]);
    stage.tracker.submit('levain', ['a']);
    stage.tracker.submit('gestes', ['a']);
    await stage.shown();
    expect([left(), document.getElementById('c-left')?.hidden]).toEqual([[], true]);
  });

  test('has no pass mark that is reached, though the module is not passed yet', () => {
    const content = bakery({ pass: 60, activities: [activity(0, 'levain', 'pick')] });
    const stage = openStage({ content });
    const shown = (score: number, status: 'incomplete' | 'passed'): number => {
      showProgress(content, { ...stage.tracker.progress(), left: [], score, status });
      return left().length;
    };
    expect([shown(59.9, 'incomplete'), shown(60, 'incomplete'), shown(10, 'passed')]).toEqual([1, 0, 0]);
  });

  test('has the pass mark of each chapter that has not reached it, and 100 % where a score rule has none', () => {
    const content = bakeryCourse({ pass: 60 }, { completion: 'score' });
    const stage = openStage({ content });
    const progress = stage.tracker.progress();
    const [night, morning] = progress.chapters;
    if (!night || !morning) throw new RangeError();
    const lines = (score: number) => {
      const chapters = [
        { ...night, score },
        { ...morning, score: 99 },
      ];
      showProgress(content, { ...progress, left: [], score: 100, chapters });
      const shown = [...document.querySelectorAll('#c-left li li')].map((one) => one.textContent);
      return [shown, document.getElementById('c-left')?.hidden];
    };
    const of = (pass: string) => words['results.pass']?.replace('{pass}', pass);
    expect([lines(60), lines(59)]).toEqual([
      [[of('100')], false],
      [[of('60'), of('100')], false],
    ]);
  });

  test('stands in the order of the pages, whatever the order in the lock', () => {
    const activities = [activity(0, 'fin', 'note', { page: 'vente' }), activity(1, 'suite', 'note')];
    openStage({ content: bakery({ activities }) });
    expect(left()).toEqual(['#a-suite suite', '#p-vente La vente']);
  });

  test('keeps a link that has the focus', async () => {
    const stage = openStage();
    const link = document.querySelector<HTMLElement>('#c-left a');
    link?.focus();
    stage.type('recette', 'Du sel');
    await stage.shown();
    expect(document.querySelector('#c-left a') === link).toBe(true);
  });

  test('has the next step that an activity offers behind its title, not behind the name of its type', () => {
    const offer = (title: string): string[] => {
      const content = bakery({ activities: [activity(0, 'levain', 'pick', { title })] });
      const stage = openStage({ content });
      const body = stage.activity('levain').querySelector<HTMLElement>('[data-body]');
      if (body) body.dataset.offer = ' : deux à reprendre';
      showProgress(content, { ...stage.tracker.progress(), left: ['levain'] });
      return left();
    };
    expect([offer('Le levain'), offer('pick')]).toEqual([['#a-levain Le levain : deux à reprendre'], ['#a-levain pick (Le fournil)']]);
  });

  test('names long titles in short, and those that only have the name of their type by their page or first words', () => {
    const one = (id: string, more: object = {}) => activity(Number(id.slice(1)), id, 'pick', { title: 'pick', ...more });
    const names = (...activities: ReturnType<typeof one>[]) => {
      openStage({ content: bakery({ activities }) });
      return left();
    };
    expect(names(one('a0'))).toEqual(['#a-a0 pick (Le fournil)']);
    expect(names(one('a0'), one('a1'))).toEqual(['#a-a0 pick (Levain)', '#a-a1 pick (Levain)']);
    for (const more of [{ page: 'vente' }, { heading: 'Le sel' }, { title: 'Le sel' }])
      expect(names(one('a0'), one('a1', more))[0]).toBe('#a-a0 pick (Le fournil)');
    expect(names(one('a0', { heading: 'Le sel' }))).toEqual(['#a-a0 Le sel']);
    const [whole, cut] = [59, 60].map((length) => names(one('a0', { title: `${'x'.repeat(length)} fin` }))[0]);
    expect([whole, cut]).toEqual([`#a-a0 ${'x'.repeat(59)} fin`, `#a-a0 ${'x'.repeat(60)}…`]);
    const [long = ''] = names(one('a0', { title: `${'mot '.repeat(30)}fin` }));
    expect([long.endsWith('…'), long.length < 80]).toEqual([true, true]);
  });

  test('names two of a type on a page by up to 40 characters, then to the end of the word', () => {
    const content = bakery({ activities: ['a0', 'a1'].map((id, n) => activity(n, id, 'pick', { title: 'pick' })) });
    const stage = openStage({ content });
    const shown = (length: number): string | undefined => {
      const option = stage.activity('a0').querySelector('.c-option-text');
      if (option) option.textContent = ` ${'x'.repeat(length)} fin `;
      showProgress(content, { ...stage.tracker.progress(), left: ['a0'] });
      return left()[0];
    };
    const body = stage.activity('a0').querySelector('[data-body]');
    body?.insertAdjacentHTML('afterbegin', '<p> <i></i></p>');
    expect([39, 40].map(shown)).toEqual([`#a-a0 pick (${'x'.repeat(39)} fin)`, `#a-a0 pick (${'x'.repeat(40)}…)`]);
    body?.replaceChildren();
    expect(shown(0)).toBe('#a-a0 pick (Le fournil)');
  });
});
