// @vitest-environment happy-dom
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { bindPresses, type Player, showAgain, showResults } from '../../src/player/page-actions.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';
import { bakery } from '../helpers/bakery.ts';
import { words } from './stage.ts';

const content = bakery();
let isReady = true;
let isLate = false;
let hasLoaded = true;
const calls: unknown[][] = [];
const note =
  (name: string) =>
  (...given: unknown[]): void =>
    void calls.push([name, ...given]);

const late = {
  writeResults: note('write results'),
  writeCertificate: note('write certificate'),
  competencyWords: () => [['Pétrir', 'acquise']],
  downloadAttempts: note('download attempts'),
  openForget: note('forget'),
};
const progress = { done: 1 };
const player = {
  content,
  rest: { whenReady: (task: () => void) => (isReady ? task() : note('wait')()) },
  results: () => (hasLoaded ? late : undefined),
  keeping: { name: 'keeping' },
  reopen: note('reopen'),
  afresh: note('afresh'),
  frames: { mountIn: note('mount'), textOf: () => '' },
  pages: { show: note('show'), view: note('view'), step: note('turn'), back: note('back'), reach: note('reach') },
  news: { dropOthers: note('drop others') },
  steps: { next: note('next step'), showWhole: note('whole'), fold: note('fold') },
  tracker: { flush: note('flush'), state: () => ({ seen: [] }), progress: () => progress, standing: () => ({ answer: null }) },
  shared: () => ({ offer: note('offer') }),
  first: 'vente',
  leave: note('leave'),
} as unknown as Player;

const press = (action: string): HTMLElement => {
  const made = document.createElement('button');
  made.dataset.action = action;
  document.getElementById('c-main')?.append(made);
  made.click();
  return made;
};
const taken = (): unknown[][] => calls.splice(0);

/** Listeners of the page, which outlives this file. */
const bound: Parameters<typeof document.addEventListener>[] = [];

beforeAll(() => {
  document.body.innerHTML = `<dialog id="c-contents"><p></p></dialog><p id="c-live"></p>
    <main id="c-main" class="c-page"><h1 tabindex="-1">Le four</h1></main>
    ${content.pages.map(({ id }) => `<section id="p-${id}" class="c-page" hidden></section>`).join('')}
    <section id="a-levain"></section><h2 id="n-1" tabindex="-1"></h2>
    <div id="c-notebook"></div><details id="c-plain"><textarea id="c-text"></textarea></details>`;
  useStrings(words);
  const listen = document.addEventListener;
  document.addEventListener = (...given: Parameters<typeof listen>) => {
    bound.push(given);
    listen.apply(document, given);
  };
  bindPresses(player);
  document.addEventListener = listen;
});
beforeEach(() => {
  calls.length = 0;
  [isReady, isLate, hasLoaded] = [true, false, true];
});
afterAll(() => {
  for (const given of bound.splice(0)) document.removeEventListener(...given);
  document.body.replaceChildren();
});

test.each<[string, unknown[][]]>([
  ['begin', [['show', 'vente']]],
  ['step', [['next step']]],
  ['whole', [['whole']]],
  ['previous', [['turn', -1]]],
  ['next', [['turn', 1]]],
  ['glossary', [['view', 'glossary']]],
  ['leave', [['leave']]],
  ['reopen', [['reopen']]],
  ['download-another', [['download attempts', content, player.tracker]]],
  ['erase-another', [['drop others']]],
])('%s does %j', (action, done) => {
  press(action);
  expect(taken().map(([name, ...given]) => (name === 'leave' ? [name] : [name, ...given]))).toEqual(done);
});

test('a step is folded by its own button; the page before comes back; saving is tried again', () => {
  const button = press('fold');
  expect(taken()).toEqual([['fold', button]]);
  button.append(document.createElement('span'));
  (button.firstElementChild as HTMLElement).click();
  expect(taken()).toEqual([['fold', button]]);
  press('back');
  press('retry-save');
  expect(taken().map(([name]) => name)).toEqual(['back', 'flush']);
});

test('the work of other attempts is erased with words', () => {
  (document.getElementById('c-live') as HTMLElement).textContent = '';
  press('erase-another');
  expect(document.getElementById('c-live')?.textContent).toBe(words.erased);
});

test('the results, the certificate and the notebook are written before they are shown', () => {
  press('results');
  expect(taken()).toEqual([
    ['write results', content, player.tracker, player.frames, expect.any(Function)],
    ['view', 'results'],
  ]);
  press('certificate');
  expect(taken()).toEqual([
    ['write certificate', content, player.tracker, [['Pétrir', 'acquise']]],
    ['view', 'certificate'],
  ]);
  press('notebook');
  expect(taken()).toEqual([
    ['offer', document.getElementById('c-notebook'), player.tracker.state],
    ['view', 'notebook'],
  ]);
  expect(document.getElementById('c-notebook')?.textContent).toBe(words['notebook.empty']);
});

test('views are shown even where their code has not loaded', () => {
  hasLoaded = false;
  showResults(player);
  press('certificate');
  press('download-another');
  press('forget');
  expect(taken()).toEqual([
    ['view', 'results'],
    ['view', 'certificate'],
  ]);
});

test.each(['notebook', 'results', 'glossary', 'certificate', 'print', 'download-another', 'forget'])('%s waits for the rest', (action) => {
  isReady = false;
  press(action);
  expect(taken()).toEqual([['wait']]);
});

test('a notebook is copied without waiting; where the browser refuses, it is shown', () => {
  isReady = false;
  document.execCommand = () => !isLate;
  const button = press('copy');
  expect([taken(), document.getElementById('c-live')?.textContent, button.textContent]).toEqual([[], words.copied, words.copied]);
  expect(document.activeElement).toBe(button);
  isLate = true;
  press('copy');
  expect([taken().at(-1), document.getElementById('c-live')?.textContent]).toEqual([['view', 'notebook'], words['copy.select']]);
  Reflect.deleteProperty(document, 'execCommand');
});

test('a notebook is downloaded without waiting', async () => {
  isReady = false;
  const files: Blob[] = [];
  const made = vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    files.push(file as Blob);
    return 'blob:notebook';
  });
  press('download');
  made.mockRestore();
  expect([await files[0]?.text(), taken()]).toEqual([`${content.courseTitle}\n${content.title}\n`, []]);
});

test('erasing gets what it needs; afterwards the page forgets other attempts, notes and recalled answers', () => {
  press('forget');
  const [[name, world] = []] = taken() as [string, { erased(): void }][];
  const { tracker, keeping, afresh } = player;
  expect([name, world]).toEqual(['forget', { module: content, tracker, keeping, afresh, erased: expect.any(Function) }]);
  world?.erased();
  expect(taken()).toEqual([
    ['drop others'],
    ['offer', document.getElementById('c-notebook'), tracker.state],
    ['mount', document.getElementById('c-main')],
  ]);
});

test('a press in an activity at rest does nothing', () => {
  const root = document.getElementById('c-main') as HTMLElement;
  Object.assign(root.dataset, { activity: 'four', calm: '1' });
  press('next');
  delete root.dataset.calm;
  press('next');
  delete root.dataset.activity;
  expect(taken()).toEqual([['turn', 1]]);
});

test('only the page on screen is mounted again', () => {
  showAgain(player.frames);
  expect(taken()).toEqual([['mount', document.getElementById('c-main')]]);
});

test.each([
  ['#p-vente', [['show', 'vente']]],
  ['#a-levain', [['reach', 'a-levain']]],
  ['#n-1', []],
  ['#c-main', []],
])('a link to %s leads there', (href, done) => {
  const link = document.createElement('a');
  link.href = href;
  link.innerHTML = '<b>Lien</b>';
  document.getElementById('c-main')?.append(link);
  (link.firstChild as HTMLElement).click();
  expect(taken().map((call) => call.map((one) => (one instanceof Element ? one.id : one)))).toEqual(done);
  if (done.length === 0) expect(document.activeElement?.matches(href === '#n-1' ? '#n-1' : 'h1')).toBe(true);
});

test('a link to an activity waits for the rest; one to another place is the browser’s', () => {
  isReady = false;
  const link = document.createElement('a');
  link.href = '#a-levain';
  document.getElementById('c-main')?.append(link);
  link.click();
  expect(taken()).toEqual([['wait']]);
  link.href = 'https://example.org/';
  const event = new MouseEvent('click', { bubbles: true, cancelable: true });
  let isOurs: boolean | undefined;
  const leave = (one: Event): void => {
    isOurs = one.defaultPrevented;
    one.preventDefault();
  };
  addEventListener('click', leave, { once: true });
  link.dispatchEvent(event);
  expect([isOurs, taken()]).toEqual([false, []]);
});

test('the drawer closes at each press of a button or link, and outside it', () => {
  const drawer = document.getElementById('c-contents') as HTMLDialogElement;
  const [show, close] = [vi.spyOn(drawer, 'showModal').mockImplementation(() => {}), vi.spyOn(drawer, 'close')];
  press('contents');
  drawer.click();
  (drawer.firstElementChild as HTMLElement).click();
  expect([show.mock.calls.length, close.mock.calls.length]).toEqual([1, 2]);
  vi.restoreAllMocks();
});
