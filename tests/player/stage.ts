import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import type { Activity, Answer } from '../../src/model/course/activity.ts';
import { partsOf } from '../../src/model/course/chapters.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { wake } from '../../src/player/calm.ts';
import { writeCertificate } from '../../src/player/certificate.ts';
import { openForget } from '../../src/player/forget.ts';
import type { RuntimeType } from '../../src/player/frame/frames.ts';
import type { Inner, Mount, Overview, Strings } from '../../src/player/frame/mount.ts';
import { openKeeping } from '../../src/player/keeping.ts';
import { downloadAttempts } from '../../src/player/other-attempts.ts';
import * as results from '../../src/player/results.ts';
import type { SharedWords } from '../../src/player/shared-words.ts';
import { startPlayer } from '../../src/player/start-player.ts';
import { mark } from '../../src/player/widgets/mark.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';
import type { Tracker } from '../../src/visit/tracker.ts';
import { bakery, bakeryTypes } from '../helpers/bakery.ts';
import type { FakeLms, FakeSession } from '../helpers/fake-driver.ts';
import type { FakeTime } from '../helpers/fake-time.ts';
import { memoryStorage } from '../helpers/memory-storage.ts';
import { startTracker } from '../helpers/open-tracker.ts';

const read = (file: string): string => readFileSync(`${import.meta.dirname}/../../${file}`, 'utf8');

/** The shell's strings in French. */
export const words: Record<string, string> = JSON.parse(read('src/strings/fr.json'));

const pageTemplate = Handlebars.compile(read('templates/_shell/page.hbs'));
const frameTemplate = Handlebars.compile(read('templates/_shell/activity.hbs'));

const bodies: Readonly<Record<string, string>> = {
  pick: `<div role="group" class="c-options">${[
    ['a', 'Levain'],
    ['b', 'Levure'],
    ['c', 'Bicarbonate'],
  ]
    .map(
      ([value, text]) =>
        `<div class="c-item"><label class="c-option"><input type="checkbox" value="${value}"><span class="c-option-text">${text}</span></label></div>`,
    )
    .join('')}</div>`,
  note: '<p><input class="c-input" aria-label="Votre note"></p>',
  tour: '<p>À voir.</p><button type="button" class="tour-seen">Vu</button>',
};

const pick: Mount<unknown, Answer> = (root, { answer, locked, draft }) => {
  const inputs = [...root.querySelectorAll('input')];
  const ticked = (): string[] => inputs.filter((input) => input.checked).map((input) => input.value);
  for (const input of inputs) {
    input.checked = Array.isArray(answer) && answer.includes(input.value);
    input.disabled = locked;
  }
  root.onchange = () => draft(ticked());
  return {
    read: () => (ticked().length > 0 ? ticked() : { missing: 'Choisissez une réponse.', at: inputs[0] as HTMLElement }),
    show(verdict) {
      for (const input of inputs) {
        mark(input.parentElement as HTMLElement, verdict?.parts[input.value]);
        input.disabled = locked || !!verdict?.final;
      }
    },
  };
};

const note: Mount<unknown, Answer> = (root, { answer, draft }) => {
  const field = root.querySelector('input') as HTMLInputElement;
  field.value = String(answer ?? '');
  root.oninput = () => draft(field.value);
  return { read: () => field.value || { missing: 'Écrivez une note.', at: field }, show: () => {} };
};

const tour: Mount<unknown, Answer> = (root, { submit }) => {
  (root.querySelector('button') as HTMLElement).onclick = () => submit([]);
  return { show: () => {} };
};

/** The inner activities of each quiz that was mounted last, for the test to work with. */
export const inner = new Map<string, Inner>();
/** Overviews of the module that each quiz had when it was mounted last. */
export const overviews = new Map<string, Overview>();

const quiz: Mount<unknown, Answer> = (root, context) => {
  const id = root.parentElement?.dataset.activity ?? '';
  inner.set(id, context.inner as Inner);
  overviews.set(id, context.overview);
  return { show: () => {} };
};

const runtimes: Readonly<Record<string, Mount<unknown, Answer>>> = { pick, note, tour, quiz };

function activityHtml(activity: Activity, content: ModuleContent): string {
  const { id, type, title, points, attempts, required } = activity;
  const members = content.activities.filter((one) => one.quiz === id).map((one) => activityHtml(one, content));
  return frameTemplate({
    id,
    type,
    level: 2,
    label: type,
    prompt: `<p>${title}</p>`,
    body: type === 'quiz' ? members.join('') : bodies[type],
    button: type === 'pick' || type === 'note',
    buttonText: type === 'note' ? 'Enregistrer ma réponse' : words.check,
    points,
    attempts,
    required,
    t: words,
  });
}

/** The whole page of a module, as the build makes it. `extra` is put at the end of its first page. */
export function pageHtml(content: ModuleContent, extra = ''): string {
  const over = new Map(partsOf(content).flatMap((part) => part.pages.map(({ id }) => [id, part.title])));
  const pages = content.pages.map(({ id, title, further }, index) => ({
    id,
    title,
    further,
    over: over.get(id),
    minutes: index === 0 ? content.minutes : 0,
    html: content.activities
      .filter((one) => one.page === id && !one.quiz)
      .map((one) => activityHtml(one, content))
      .join('')
      .concat(index === 0 ? extra : ''),
  }));
  const { lang, title, courseTitle } = content;
  const plan = <Page extends { readonly further?: true | undefined }>(some: readonly Page[]) => ({
    route: some.filter((one) => !one.further),
    further: some.filter((one) => one.further),
  });
  const chapters = content.chapters && partsOf(content).map((part) => ({ ...part, ...plan(part.pages) }));
  const shell = { lang, dir: 'ltr', title, courseTitle, organisation: 'CFP', root: '', t: words, icons: '' };
  return pageTemplate({ ...shell, pages, ...plan(pages), chapters });
}

/** A page in play: the real tracker, a fake LMS. */
export interface Stage {
  readonly tracker: Tracker;
  readonly lms: FakeLms;
  readonly time: FakeTime;
  /** An activity's root. */
  activity(id: string): HTMLElement;
  /** The button of an activity's frame. */
  button(id: string): HTMLButtonElement;
  /** Ticks or unticks a choice as a learner does. */
  tick(id: string, value: string): void;
  type(id: string, text: string): void;
  /** Presses what is on screen: a button of the shell by its action, inside `within`. */
  press(action: string, within?: string): void;
  /** Lets the page show what changed. */
  shown(): Promise<void>;
  /** Lets presses after a verdict count again at once. */
  rested(): Promise<void>;
  /** Id of the page or name of the view on screen. */
  screen(): string | undefined;
  /** Reports that the pages after the first have loaded. */
  filled(): void;
}

interface Setting extends FakeSession {
  readonly content?: ModuleContent;
  readonly extra?: string;
  /** Texts of types, by their names. */
  readonly typeStrings?: Readonly<Record<string, Strings>>;
  readonly lms?: FakeLms;
  readonly storage?: () => Storage;
  readonly witness?: () => Promise<boolean>;
  readonly elsewhere?: boolean;
  readonly reopen?: () => void;
  readonly hash?: string;
  /** The pages after the first never come: the network is down. */
  readonly isCutOff?: boolean;
  /** Called when the pages after the first are requested. */
  readonly requested?: () => void;
  /** Answers that modules show of each other. */
  readonly shared?: (storage: () => Storage) => SharedWords;
}

const listening: (() => void)[] = [];

for (const target of [document, globalThis]) {
  const listen = target.addEventListener.bind(target);
  target.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions) => {
    listen(type, listener, options);
    listening.push(() => target.removeEventListener(type, listener));
  };
}

/** Listeners of an earlier page would answer the clicks of this one. */
function forgetListeners(): void {
  for (const stop of listening.splice(0)) stop();
}

/** Opens a module in the page of the test. */
export function openStage({
  content = bakery(),
  extra = '',
  typeStrings = {},
  storage = memoryStorage,
  reopen,
  hash = '',
  isCutOff = false,
  requested,
  shared,
  ...session
}: Setting = {}): Stage {
  forgetListeners();
  inner.clear();
  overviews.clear();
  const html = pageHtml(content, extra).replace(/<(link|script|noscript)\b[^>]*>(<\/script>)?/g, '');
  document.documentElement.lang = content.lang;
  document.body.innerHTML = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? '';
  history.replaceState(null, '', hash || location.pathname);
  useStrings(words);
  const keeping = openKeeping(content.course, storage, () => {});
  const { tracker, lms, time } = startTracker({ content, storage: keeping.storage, ...session });
  const known = shared?.(keeping.storage);
  const types: Record<string, RuntimeType> = {};
  for (const [name, scoring] of Object.entries(bakeryTypes)) types[name] = { ...scoring, mount: runtimes[name] as Mount<unknown, Answer> };
  const rest = {
    needed: () => {},
    load: () => {
      requested?.();
      return Promise.resolve(!isCutOff);
    },
    whenReady: (task: () => void) => (isCutOff ? undefined : task()),
  };
  const filled = startPlayer({
    rest,
    content,
    types,
    typeStrings,
    shared: () => known,
    results: () => (isCutOff ? undefined : { ...results, downloadAttempts, writeCertificate, openForget }),
    tracker,
    keeping,
    reopen,
  });
  const activity = (id: string): HTMLElement => document.getElementById(`a-${id}`) as HTMLElement;
  const changed = (field: HTMLInputElement, event: string): void => void field.dispatchEvent(new Event(event, { bubbles: true }));
  return {
    tracker,
    lms,
    time,
    filled,
    activity,
    button: (id) => activity(id).querySelector(':scope > .c-actions > button') as HTMLButtonElement,
    tick(id, value) {
      const input = activity(id).querySelector(`input[value="${value}"]`) as HTMLInputElement;
      input.checked = !input.checked;
      changed(input, 'change');
    },
    type(id, text) {
      const field = activity(id).querySelector('input') as HTMLInputElement;
      field.value = text;
      changed(field, 'input');
    },
    press: (action, within = 'body') => document.querySelector<HTMLElement>(`${within} [data-action="${action}"]`)?.click(),
    shown: () => new Promise((resolve) => setTimeout(resolve, 40)),
    async rested() {
      for (const root of document.querySelectorAll<HTMLElement>('[data-calm]')) wake(root);
    },
    screen() {
      const section = document.querySelector<HTMLElement>('.c-page:not([hidden])');
      return section?.dataset.page ?? section?.dataset.view;
    },
  };
}
