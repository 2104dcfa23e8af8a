// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Call, CmiRecord } from '../../../build/preview/client/lms.ts';
import { openLms } from '../../../build/preview/client/lms.ts';
import { startPlayer } from '../../../build/preview/client/player.ts';
import { onSave } from '../../../build/preview/client/server.ts';
import type { ModuleState, PlayerSettings } from '../../../build/preview/settings.ts';

vi.mock('../../../build/preview/client/lms.ts');
vi.mock(import('../../../build/preview/client/server.ts'), async (original) => ({ ...(await original()), onSave: vi.fn() }));

const settings: PlayerSettings = {
  version: '1.2',
  mode: 'normal',
  learner: { id: 'ines', name: 'Inès' },
  sco: '/sco/index.html',
  record: '/record',
  state: '/state',
  strings: { errorsAbout: 'La dernière bonne version reste.', broken: 'Arrêté', errors: 'Erreurs', 'notices.one': '{n} avis' },
};
const mistake = { place: 'a.md:1:1', code: 'empty-quiz', problem: 'Vide.', write: 'Une question.', source: '', column: 1 };
const fault = (more: Partial<ModuleState> = {}): ModuleState => ({ revision: 1, errors: [], notices: [], ...more });

let sent: string[];
let kept: CmiRecord | null;
let state: ModuleState;
let size: number | undefined;
const now = { core: { exit: 'suspend' } };
const reload = vi.fn();
const assign = vi.fn();
const listeners: [string, EventListener][] = [];

const frame = (): HTMLIFrameElement => document.getElementById('sco') as HTMLIFrameElement;
const one = (selector: string): HTMLElement => document.querySelector(selector) as HTMLElement;
/** Lets promises settle; the frame loads whenever its address changes. */
async function settle(): Promise<void> {
  for (let times = 0; times < 12; times++) {
    await Promise.resolve();
    if (frame().getAttribute('src') === 'about:blank') frame().dispatchEvent(new Event('load'));
  }
}
const save = async (): Promise<void> => {
  vi.mocked(onSave).mock.calls.at(-1)?.[0]();
  await settle();
};
const lms = () => vi.mocked(openLms).mock.calls.at(-1) as Parameters<typeof openLms>;
const visits = (): number => vi.mocked(openLms).mock.calls.length;

async function open(more: Partial<PlayerSettings> = {}): Promise<void> {
  startPlayer({ ...settings, ...more });
  await settle();
}

beforeEach(() => {
  document.body.innerHTML = `<div class="v-over" hidden></div><div class="v-notice"></div>
<form class="v-choices"><select></select></form><a href="/">Accueil</a><a href="/autre">Autre</a>
<button data-width="phone" aria-pressed="false">Téléphone</button><button data-width="full" aria-pressed="false">Large</button><button data-do="reset">Effacer</button><button data-do="resume"><span>Reprendre</span></button>
<div class="v-stage"><iframe id="sco"></iframe></div>
<input type="checkbox" id="reads"><span id="refused"></span><ol id="calls"></ol><dl id="facts"></dl><div id="data"></div>`;
  frame().removeAttribute('src');
  Object.defineProperty(frame(), 'src', {
    get: () => frame().getAttribute('src') ?? '',
    set: (value: string) => frame().setAttribute('src', value),
  });
  sent = [];
  kept = null;
  size = undefined;
  state = fault();
  localStorage.clear();
  vi.clearAllMocks();
  vi.mocked(openLms).mockReturnValue({ record: () => now });
  vi.stubGlobal('fetch', async (address: string, { method = 'GET', body = '', keepalive }: RequestInit = {}) => {
    sent.push([method, address, body, keepalive === undefined ? '' : String(keepalive)].filter(Boolean).join(' '));
    if (size !== undefined) throw new TypeError('offline');
    return { ok: true, json: async () => (address === '/state' ? state : kept) };
  });
  vi.stubGlobal('requestAnimationFrame', (task: () => void) => {
    task();
    return 1;
  });
  vi.stubGlobal('location', { reload, assign });
  const add = globalThis.addEventListener;
  vi.spyOn(globalThis, 'addEventListener').mockImplementation((type: string, task: unknown) => {
    listeners.push([type, task as EventListener]);
    add(type, task as EventListener);
  });
  vi.spyOn(document, 'addEventListener').mockImplementation((type: string, task: unknown) => {
    document.body.addEventListener(type, task as EventListener);
  });
});
afterEach(() => {
  for (const [type, task] of listeners.splice(0)) removeEventListener(type, task);
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('a module', () => {
  test('is played at the first news, with the learner’s record', async () => {
    kept = { core: { lesson_status: 'incomplete' } };
    await open();
    expect([visits(), vi.mocked(onSave).mock.calls[0]?.[1]]).toEqual([0, 'Arrêté']);
    await save();
    expect([sent, frame().src, lms()[1]]).toEqual([['GET /state', 'GET /record'], '/sco/index.html', kept]);
    expect(lms()[0]).toEqual(settings);
  });

  test('is played again only if it changed', async () => {
    await open();
    await save();
    await save();
    expect(visits()).toBe(1);
    state = fault({ revision: 2 });
    await save();
    expect([visits(), frame().src]).toEqual([2, '/sco/index.html']);
  });

  test('that can’t be played shows its errors, and the last good one stays', async () => {
    await open();
    await save();
    state = fault({ revision: 0, errors: [mistake, mistake], notices: [mistake] });
    await save();
    expect([visits(), one('.v-over').hidden, one('.v-over').textContent]).toEqual([
      1,
      false,
      expect.stringContaining('La dernière bonne version reste.'),
    ]);
    expect(one('.v-notice summary').textContent).toBe('1 avis');
  });
});

describe('the record', () => {
  test('is stored when the module saves it', async () => {
    await open();
    await save();
    lms()[3](now);
    await settle();
    expect(sent.at(-1)).toBe(`PUT /record ${JSON.stringify(now)} true`);
  });

  test.each([
    [59_999, true],
    [60_000, false],
  ])('of %d bytes outlives the page: %s', async (length, keepalive) => {
    await open();
    await save();
    const around = JSON.stringify({ a: '' }).length;
    lms()[3]({ a: 'x'.repeat(length - around) });
    expect(sent.at(-1)?.endsWith(` ${keepalive}`)).toBe(true);
    lms()[3]({ a: 'é'.repeat(30_000) });
    expect(sent.at(-1)?.endsWith(' false')).toBe(true);
  });

  test.each(['review', 'browse'] as const)('is not stored in %s', async (mode) => {
    await open({ mode });
    await save();
    lms()[3](now);
    expect(sent.filter((call) => call.startsWith('PUT'))).toEqual([]);
  });

  test('that could not be stored does not stop the next visit', async () => {
    await open();
    await save();
    size = 0;
    lms()[3](now);
    size = undefined;
    await settle();
    one('[data-do=resume]').click();
    await settle();
    expect(visits()).toBe(2);
  });
});

describe('visits in a row', () => {
  test('wait until the record is removed, if they begin without one', async () => {
    await open();
    await save();
    let remove = (): void => {};
    const removed = new Promise<void>((done) => {
      remove = done;
    });
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', (address: string, init?: RequestInit) => (init?.method === 'DELETE' ? removed : fetch(address, init)));
    one('[data-do=reset]').click();
    await settle();
    expect(visits()).toBe(1);
    remove();
    await settle();
    expect(visits()).toBe(2);
  });

  test('wait until the record of the one before is stored', async () => {
    await open();
    await save();
    let store = (): void => {};
    const stored = new Promise<void>((done) => {
      store = done;
    });
    const { fetch } = globalThis;
    const slow = (address: string, init?: RequestInit) => (init?.method === 'PUT' ? stored : fetch(address, init));
    vi.stubGlobal('fetch', slow);
    lms()[3](now);
    one('[data-do=resume]').click();
    await settle();
    expect([frame().src, visits()]).toEqual(['about:blank', 1]);
    store();
    await settle();
    expect(visits()).toBe(2);
  });

  test('begin one after the other', async () => {
    await open();
    await save();
    sent = [];
    for (let times = 0; times < 2; times++) one('[data-do=resume] span').click();
    await settle();
    await settle();
    expect([visits(), sent]).toEqual([3, ['GET /record', 'GET /record']]);
  });
});

describe('the panel', () => {
  test('shows the record that was there, then each call', async () => {
    kept = { core: { lesson_status: 'passed' } };
    await open();
    await save();
    expect(one('#facts').textContent).toContain('passed');
    lms()[2]({ method: 'LMSCommit', args: [''], result: 'true', error: 0, diagnostic: '' } satisfies Call);
    expect(one('#calls').textContent).toContain('LMSCommit');
    expect(one('#data').textContent).toBe('cmi.core.exitsuspend');
    one('[data-do=resume]').click();
    await settle();
    expect(one('#calls').textContent).toBe('');
  });
});

describe('a new visit', () => {
  test('begins once the module has left, and its record is read again', async () => {
    await open();
    await save();
    sent = [];
    one('[data-do=resume]').click();
    for (let times = 0; times < 30; times++) await Promise.resolve();
    expect([frame().src, visits(), sent]).toEqual(['about:blank', 1, []]);
    await settle();
    expect([frame().src, visits(), sent]).toEqual(['/sco/index.html', 2, ['GET /record']]);
  });

  test('without a record forgets what the module saves while it leaves', async () => {
    await open();
    await save();
    sent = [];
    const [, , , keep] = lms();
    frame().addEventListener('load', () => keep(now), { once: true });
    one('[data-do=reset]').click();
    await settle();
    expect(sent).toEqual(['DELETE /record', 'GET /record']);
    lms()[3](now);
    expect(sent.at(-1)).toMatch(/^PUT/);
  });
});

describe('leaving', () => {
  test('by the first page’s link waits until the visit has ended', async () => {
    await open();
    await save();
    const click = (selector: string): boolean => one(selector).dispatchEvent(new Event('click', { bubbles: true, cancelable: true }));
    expect([click('a[href="/autre"]'), click('a[href="/"]')]).toEqual([true, false]);
    await Promise.resolve();
    expect(assign).not.toHaveBeenCalled();
    await settle();
    expect([assign.mock.calls, frame().src]).toEqual([[[(one('a') as HTMLAnchorElement).href]], 'about:blank']);
  });

  test('by another choice sends the form after the visit', async () => {
    const submit = vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(() => {});
    await open();
    await save();
    one('select').dispatchEvent(new Event('change', { bubbles: true }));
    expect(submit).not.toHaveBeenCalled();
    await settle();
    expect(submit).toHaveBeenCalledTimes(1);
  });

  test('is announced to the module', async () => {
    const left = vi.fn();
    await open();
    Object.defineProperty(frame(), 'contentWindow', { value: { dispatchEvent: (event: Event) => left(event.type) } });
    dispatchEvent(new Event('pagehide'));
    expect(left).toHaveBeenCalledWith('pagehide');
  });

  test('and coming back with the browser’s own copy loads the page again', async () => {
    await open();
    dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    expect(reload).not.toHaveBeenCalled();
    dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(reload).toHaveBeenCalledTimes(1);
  });
});

describe('the width', () => {
  const pressed = (): (string | null)[] =>
    [...document.querySelectorAll('[data-width][aria-pressed]')].map((button) => button.getAttribute('aria-pressed'));

  test('is full at first, and is kept when it is changed', async () => {
    await open();
    expect([one('.v-stage').dataset.width, pressed()]).toEqual(['full', ['false', 'true']]);
    expect(one('.v-stage').hasAttribute('aria-pressed')).toBe(false);
    one('[data-width=phone]').click();
    expect([one('.v-stage').dataset.width, pressed(), localStorage.getItem('cartable-preview-width')]).toEqual([
      'phone',
      ['true', 'false'],
      'phone',
    ]);
  });

  test('is the one of the last time', async () => {
    localStorage.setItem('cartable-preview-width', 'phone');
    await open();
    expect(one('.v-stage').dataset.width).toBe('phone');
  });

  test('is not changed by a click beside the buttons', async () => {
    await open();
    one('.v-notice').click();
    expect([one('.v-stage').dataset.width, visits()]).toEqual(['full', 0]);
  });
});
