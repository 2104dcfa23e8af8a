// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { activity, bakery } from '../helpers/bakery.ts';
import { noise } from '../helpers/noise.ts';
import { openStage, overviews, words } from './stage.ts';

const COVER =
  '<section class="c-page" data-view="cover" hidden><h1 tabindex="-1">Une nuit</h1><button data-action="begin"><span id="c-begin">Commencer</span></button></section>';
const live = (): string => document.getElementById('c-live')?.textContent ?? '';

afterEach(() => vi.restoreAllMocks());

describe('a module with a cover', () => {
  it('begins there, in the opening commit, without taking the focus', async () => {
    const stage = openStage({ extra: COVER });
    await stage.time.pass(50);
    expect([stage.screen(), stage.tracker.state().seen, stage.lms.calls.at(-1)]).toEqual(['cover', [], 'save']);
    expect([document.activeElement?.localName, location.hash]).toEqual(['body', '']);
    stage.press('begin');
    expect([stage.screen(), stage.tracker.state().seen]).toEqual(['fournil', [0]]);
  });

  it('continues where the learner left, which its button names', () => {
    const first = openStage({ extra: COVER });
    first.press('begin');
    first.press('next', '#c-nav');
    first.tracker.flush();
    const stage = openStage({ extra: COVER, lms: first.lms });
    expect(document.getElementById('c-begin')?.textContent).toBe(words['begin.resume']?.replace('{page}', '2'));
    stage.press('begin');
    expect(stage.screen()).toBe('vente');
  });

  it('opens on the page that the address names', () => {
    expect(openStage({ extra: COVER, hash: '#/vente' }).screen()).toBe('vente');
  });
});

describe('the pages after the first', () => {
  it('are requested at the first sign of each kind, once', () => {
    const requested = vi.fn();
    openStage({ requested });
    expect(requested).not.toHaveBeenCalled();
    const counts = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'focusin'].map((sign) => {
      for (let times = 0; times < 2; times++) dispatchEvent(new Event(sign));
      return requested.mock.calls.length;
    });
    expect(counts).toEqual([1, 2, 3, 4, 5]);
  });

  it.each([
    ['levain', 1],
    ['carnet', 0],
  ])('are requested at once if %s, which shows an answer of another module, is on the first page: %i', (id, count) => {
    const requested = vi.fn();
    const other = { id: 'ailleurs', type: 'note', title: 'Ailleurs', options: {}, module: 'Le jour', by: ['rien', id] };
    const unused = { ...other, id: 'nulle-part', by: ['rien'] };
    openStage({ requested, content: bakery({ shared: { named: [], elsewhere: [unused, other] } }) });
    expect(requested).toHaveBeenCalledTimes(count);
  });

  it('bring their words and answers to the page, and take the banner about the delay away', async () => {
    const stage = openStage();
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<div class="c-banner" data-when="late"></div>');
    const page = document.querySelector('.c-page:not([hidden])');
    page?.insertAdjacentHTML('beforeend', '<p><dfn class="c-term" data-def="Pâte de la veille.">poolish</dfn></p>');
    const late = document.querySelector<HTMLElement>('[data-when="late"]');
    (document.getElementById('c-done') as HTMLElement).textContent = '';
    stage.filled();
    expect([late?.hidden, document.getElementById('c-glossary')?.textContent]).toEqual([true, 'poolishPâte de la veille.']);
    expect(document.getElementById('c-done')?.textContent).not.toBe('');
  });
});

it.each([
  [true, 'c-rail'],
  [false, 'c-contents'],
])('where there is room beside the page (%s), the contents are in #%s', (matches, id) => {
  vi.stubGlobal('matchMedia', () => ({ matches, addEventListener: () => {} }));
  openStage();
  vi.unstubAllGlobals();
  expect(document.getElementById(id)?.querySelector('#c-pages')).not.toBeNull();
});

it('progress is shown once for all changes before the next frame', async () => {
  const stage = openStage();
  const frames = vi.spyOn(globalThis, 'requestAnimationFrame');
  for (const text of ['F', 'Fa', 'Far']) stage.tracker.submit('recette', text);
  expect(frames).toHaveBeenCalledTimes(1);
  await stage.shown();
  stage.tracker.submit('levain', ['a']);
  expect(frames).toHaveBeenCalledTimes(2);
});

it('a text that the LMS has no room for is announced once', async () => {
  const recipe = activity(2, 'recette', 'note', { options: { fields: [{ maxCharacters: 2000 }] } });
  const content = bakery({ activities: [activity(0, 'levain', 'pick'), recipe] });
  const stage = openStage({ content, limits: { state: 400 } });
  stage.tracker.submit('recette', noise(900, 1));
  await stage.time.pass(1000);
  await stage.shown();
  expect([live(), stage.tracker.without()]).toEqual([words['banner.short'], [2]]);
  (document.getElementById('c-live') as HTMLElement).textContent = '';
  stage.tracker.submit('levain', ['a']);
  await stage.time.pass(1000);
  await stage.shown();
  expect(live()).toBe('');
});

it('types know the results and competencies once their code has loaded, and the progress at any time', () => {
  for (const isCutOff of [false, true]) {
    const stage = openStage({ isCutOff, content: bakery({ pages: [{ id: 'vente', n: 1, title: 'La vente' }] }) });
    const overview = overviews.get('bilan');
    expect([overview?.results(3).length === 0, overview?.competencies().map(([title]) => title)]).toEqual([
      isCutOff,
      isCutOff ? [] : ['Pétrir', 'Vendre'],
    ]);
    const levels = overview
      ?.results(3)
      .filter(({ localName }) => /^h\d/.test(localName))
      .map(({ localName }) => localName);
    expect(new Set(levels)).toEqual(new Set(isCutOff ? [] : ['h3']));
    expect([overview?.progress(), overview?.launch, overview?.content.id]).toEqual([
      stage.tracker.progress(),
      stage.tracker.launch,
      'nuit',
    ]);
    const changed = vi.fn();
    overview?.subscribe(changed);
    stage.tracker.submit('q-prix', ['a']);
    expect(changed).toHaveBeenCalled();
  }
});

it('a step is shown if the shell leads into it', () => {
  const step = (id: string) => `<div class="c-screen" data-screen="${id}"><p id="${id}">…</p></div>`;
  openStage({ extra: `${step('un')}${step('deux')}` });
  document.querySelector('main')?.insertAdjacentHTML('beforeend', '<p id="c-go"><button></button></p>');
  document.getElementById('deux')?.dispatchEvent(new CustomEvent('cartable:show', { bubbles: true, cancelable: true }));
  expect([...document.querySelectorAll<HTMLElement>('.c-screen')].map(({ dataset }) => dataset.at)).toEqual(['past', 'now']);
});

it('leads on from a question of a quiz to what the quiz offers', async () => {
  const asked = { quiz: 'bilan', attempts: 1 };
  const activities = [activity(5, 'bilan', 'quiz'), activity(6, 'q-prix', 'pick', asked), activity(7, 'q-pain', 'pick', asked)];
  const stage = openStage({ content: bakery({ activities }) });
  const offer = Object.assign(document.createElement('div'), { tabIndex: -1, id: 'offer' });
  offer.dataset.offer = '';
  stage.activity('bilan').querySelector('[data-body]')?.prepend(offer);
  stage.tick('q-prix', 'a');
  stage.button('q-prix').click();
  await stage.rested();
  stage.button('q-prix').click();
  expect(document.activeElement?.id).toBe('offer');
});

it('leads on past what is hidden', async () => {
  const content = bakery({ activities: ['a', 'b', 'c', 'd'].map((id, n) => activity(n, id, 'note')) });
  const stage = openStage({ content });
  stage.activity('b').hidden = true;
  stage.type('a', 'Farine');
  stage.button('a').click();
  await stage.rested();
  stage.button('a').click();
  expect([stage.screen(), document.activeElement?.id]).toEqual(['fournil', 'a-c']);
});

it('a page that has too much to send asks to save and leave', async () => {
  const stage = openStage();
  stage.lms.isHeavy = true;
  expect(document.querySelector('.c-parting')).toBeNull();
  stage.tracker.submit('levain', ['a']);
  await stage.shown();
  expect(document.querySelector('.c-parting')).not.toBeNull();
});

it('the end shows later that it was saved', async () => {
  const stage = openStage({ witness: () => Promise.resolve(true) });
  await stage.time.pass(3000);
  stage.tracker.submit('levain', ['a']);
  stage.press('leave', '#c-foot');
  expect(stage.screen()).toBe('end-saving');
  await stage.time.pass(2000);
  await stage.shown();
  expect(stage.screen()).toBe('end-saved');
});

it('erasing is offered if this browser keeps anything, a new visit if one can be opened from here', () => {
  const offered = (): boolean[] =>
    ['#c-forget', '[data-action="reopen"]'].map((one) => document.querySelector<HTMLElement>(one)?.hidden === false);
  openStage({ reopen: () => {} });
  expect(offered()).toEqual([true, true]);
  const storage = (): Storage => {
    throw new DOMException('no storage here', 'SecurityError');
  };
  openStage({ storage });
  expect(offered()).toEqual([false, false]);
});

it('leads on to the next activity that is shown, not to one inside', async () => {
  const activities = ['recette', 'dedans', 'cachee', 'suite'].map((id, n) => activity(n, id, 'note'));
  const stage = openStage({ content: bakery({ activities }) });
  const [recipe, inside, hidden] = ['recette', 'dedans', 'cachee'].map(stage.activity);
  if (inside) recipe?.querySelector('[data-body]')?.append(inside);
  if (hidden) hidden.hidden = true;
  stage.type('recette', 'Farine');
  stage.button('recette').click();
  await stage.rested();
  stage.button('recette').click();
  expect([stage.screen(), document.activeElement?.id]).toEqual(['fournil', 'a-suite']);
});

it('what the first page shows of other modules is looked for again once the rest has loaded', () => {
  const notice = vi.fn();
  const shared = () => ({ recall: () => undefined, keep: () => {}, offer: () => {}, notice }) as never;
  const stage = openStage({ content: bakery({ shared: { named: [], elsewhere: [] } }), shared });
  notice.mockClear();
  stage.filled();
  const roots = new Set(notice.mock.calls.map(([root]) => (root as HTMLElement).id));
  expect([roots.has('a-levain'), roots.has('a-carnet')]).toEqual([true, false]);
});
