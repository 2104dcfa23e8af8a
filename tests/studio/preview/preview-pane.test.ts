// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Checked, CourseFacts } from '../../../build/studio/engine/calls.ts';
import { PreviewPane } from '../../../build/studio/preview/preview-pane.tsx';
import { PreviewState } from '../../../build/studio/preview/preview-state.ts';
import type { StudioSettings } from '../../../build/studio/settings.ts';
import { t } from '../../../build/studio/strings.ts';
import type { Studio } from '../../../build/studio/studio.ts';
import { button, buttons, draw, fill, icons, press, settled, undraw, wordsOf } from '../../helpers/drawn.ts';
import { NOTHING, openStudio } from '../../helpers/open-studio.ts';

/** Sandboxes that were made: what they load, and their name. */
const made: { readonly frame: string; readonly scripts: readonly string[]; readonly label: string }[] = [];
const source = { postMessage: () => {} };

// The frames of a browser: the one that plays has an opaque origin.
vi.mock('../../../build/studio/play/sandbox.ts', () => ({
  async sandboxIn(frame: HTMLIFrameElement, scripts: readonly string[], _: string, label: string) {
    made.push({ frame: frame.src, scripts, label });
    return { window: source, begin: () => {} };
  },
}));

const SETTINGS = { frame: 'play.html', frameScript: 'play.js', lms: { '1.2': '12.js', '2004': '2004.js' } } as unknown as StudioSettings;
const PATH = 'modules/four/pain.md';
const COURSE = { cohorts: [{ name: 'soir', title: 'Le soir' }], sessions: [], competencies: [] } as unknown as CourseFacts;

let studio: Studio;
let checked: Checked;
let observed: { readonly adapt: () => void; readonly element: Element; isOver: boolean }[];

beforeEach(async () => {
  made.length = 0;
  // happy-dom loads no frames, and says so.
  const create = document.createElement.bind(document);
  vi.spyOn(document, 'createElement').mockImplementation((name: string) => create(name === 'iframe' ? 'x-frame' : name));
  observed = [];
  checked = { ...NOTHING, course: COURSE };
  ({ studio } = await openStudio(
    { 'course.yaml': 'id: four', 'pain.md': '# Pain {#pain}\n\nDu pain.\n\n# Sel {#sel}\n' },
    { open: () => checked, change: () => checked, play: () => new Map([['index.html', '']]) },
  ));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly #adapt: () => void;
      constructor(adapt: () => void) {
        this.#adapt = adapt;
      }
      observe(element: Element): void {
        observed.push({ adapt: this.#adapt, element, isOver: false });
      }
      disconnect(): void {
        for (const one of observed) if (one.adapt === this.#adapt) one.isOver = true;
      }
    },
  );
});
afterEach(async () => {
  await undraw();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const part = (path = PATH, id = 'pain') => h(PreviewPane, { studio, session: { id, path }, settings: SETTINGS });
/** Draws another session in the same place. */
async function redrawn(path: string, id?: string): Promise<void> {
  await act(() => render(h('div', null, part(path, id)), document.body.firstElementChild as Element));
  await settled();
}
const drawn = (): Promise<void> => draw(part());
const stage = (): HTMLElement => document.querySelector('.s-stage') as HTMLElement;
const waiting = (): string[] => [...document.querySelectorAll('.s-preview-wait')].map(wordsOf);
const absolute = (name: string): string => new URL(name, document.baseURI).href;

/** Lets the frame show its visit, or end it. */
async function show(kind: 'shown' | 'ended' = 'shown'): Promise<void> {
  const event = new MessageEvent('message', { data: { kind } });
  Object.defineProperty(event, 'source', { value: source });
  await act(() => void dispatchEvent(event));
  await settled();
}

test('the session opens at once, and replaces the words that ask for patience', async () => {
  await drawn();
  expect(document.querySelector('section')?.getAttribute('aria-label')).toBe(t('write.preview'));
  expect(waiting()).toEqual([t('preview.starting')]);
  expect(made).toEqual([{ frame: absolute('play.html'), scripts: [absolute('12.js'), absolute('play.js')], label: t('write.preview') }]);
  expect(document.querySelector<HTMLElement>('.s-screen x-frame')?.title).toBe(t('write.preview'));
  await show();
  expect([waiting(), made.length]).toEqual([[], 1]);
});

test('buttons show what they do', async () => {
  await drawn();
  expect(icons()).toEqual(['smartphone', 'monitor', 'moon', 'maximize', 'play', 'rotate-ccw']);
});

test('without a course that can be read, the reason is given', async () => {
  checked = NOTHING;
  await act(() => studio.checkAgain());
  await drawn();
  expect(waiting()).toEqual([t('write.noPreview')]);
});

test('the bar has its title, its devices, the colours and the whole screen', async () => {
  await drawn();
  expect([wordsOf(document.querySelector('h2')), wordsOf(document.querySelector('.s-preview-about'))]).toEqual([
    t('write.preview'),
    t('preview.follows'),
  ]);
  expect(wordsOf(document.querySelector('fieldset legend'))).toBe(t('preview.device'));
  expect([...document.querySelectorAll('fieldset button')].map((one) => one.getAttribute('aria-label'))).toEqual([
    t('preview.phone'),
    t('preview.desktop'),
  ]);
  const names = [t('preview.phone'), t('preview.desktop'), t('preview.dark'), t('preview.full')];
  expect(buttons().slice(0, 4)).toEqual(names);
  const drawings = names.map((name) => button(name).querySelector('path')?.getAttribute('d'));
  expect([new Set(drawings).size, drawings.includes(undefined)]).toEqual([4, false]);
  expect(names.map((name) => button(name).classList.contains('s-quiet'))).toEqual([true, true, true, true]);
});

test('a phone or a computer is shown, fitted into its place', async () => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(200);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(520);
  await drawn();
  const facts = () => [
    stage().dataset.device,
    ...['--screen', '--screen-height', '--scale'].map((name) => stage().style.getPropertyValue(name)),
    ...[t('preview.phone'), t('preview.desktop')].map((name) => button(name).getAttribute('aria-pressed')),
  ];
  expect(facts()).toEqual(['phone', '360px', '1000px', '0.5', 'true', 'false']);
  await press(t('preview.desktop'));
  expect(facts()).toEqual(['desktop', '1120px', '2912px', String(200 / 1120), 'false', 'true']);
  await press(t('preview.phone'));
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(420);
  expect(observed.map(({ element, isOver }) => [element === stage(), isOver])).toEqual([
    [true, true],
    [true, true],
    [true, false],
  ]);
  observed.at(-1)?.adapt();
  expect(facts().slice(0, 3)).toEqual(['phone', '360px', '800px']);
});

test('the whole screen is taken by the stage', async () => {
  const full = vi.fn(async () => {});
  HTMLElement.prototype.requestFullscreen = full;
  await drawn();
  await press(t('preview.full'));
  expect(full.mock.contexts).toEqual([stage()]);
  Reflect.deleteProperty(HTMLElement.prototype, 'requestFullscreen');
});

describe('a new visit begins', () => {
  test('in the other colours, once a visit is on screen', async () => {
    await drawn();
    const isDark = () => [stage().dataset.dark, button(t('preview.dark')).getAttribute('aria-pressed'), made.length];
    expect(isDark()).toEqual([undefined, 'false', 1]);
    await press(t('preview.dark'));
    expect(isDark()).toEqual(['', 'true', 1]);
    await show();
    const play = vi.spyOn(PreviewState.prototype, 'play').mockResolvedValue();
    await press(t('preview.dark'));
    expect([...isDark(), play.mock.calls]).toEqual([undefined, 'false', 1, [[true]]]);
  });

  test.each([
    ['preview.learner', 'noor'],
    ['preview.standard', '2004'],
    ['preview.cohort', 'soir'],
  ] as const)('for another %s', async (label, value) => {
    await drawn();
    await show();
    const play = vi.spyOn(PreviewState.prototype, 'play').mockResolvedValue();
    await fill(new RegExp(`^${t(label)}`), value);
    expect(play.mock.calls).toEqual([[true]]);
  });

  test('with the scripts of the other format', async () => {
    await drawn();
    await show();
    await fill(new RegExp(`^${t('preview.standard')}`), '2004');
    await show('ended');
    expect(made.at(-1)?.scripts).toEqual([absolute('2004.js'), absolute('play.js')]);
  });

  test('after each check', async () => {
    const soon = vi.spyOn(PreviewState.prototype, 'playSoon');
    await drawn();
    soon.mockClear();
    await act(() => studio.checkAgain());
    await settled();
    expect(soon.mock.calls.length).toBe(1);
  });

  test('for another session, and the one before is closed', async () => {
    const close = vi.spyOn(PreviewState.prototype, 'close');
    await drawn();
    await redrawn('modules/four/sel.md');
    expect([close.mock.calls.length, made.length]).toEqual([1, 2]);
    await redrawn('modules/four/sel.md', 'sel');
    expect([close.mock.calls.length, made.length]).toEqual([2, 3]);
    await redrawn('modules/four/sel.md', 'sel');
    expect([close.mock.calls.length, made.length]).toEqual([2, 3]);
    await undraw();
    expect([close.mock.calls.length, observed.every(({ isOver }) => isOver)]).toEqual([3, true]);
  });
});

test('the cursor of this text is followed', async () => {
  const follow = vi.spyOn(PreviewState.prototype, 'follow').mockReturnValue();
  studio.cursor.value = { path: PATH, line: 3 };
  await drawn();
  expect(follow.mock.calls).toEqual([[3]]);
  for (const [path, line] of [
    ['modules/four/sel.md', 4],
    [PATH, 5],
  ] as const)
    await act(() => {
      studio.cursor.value = { path, line };
    });
  expect(follow.mock.calls).toEqual([[3], [5]]);
  // A new visit of the same text goes to its cursor.
  await redrawn(PATH, 'autre');
  expect(follow.mock.calls).toEqual([[3], [5], [5]]);
  studio.cursor.value = { path: 'modules/four/sel.md', line: 6 };
  await redrawn('modules/four/sel.md');
  expect(follow.mock.calls).toEqual([[3], [5], [5], [6]]);
});
