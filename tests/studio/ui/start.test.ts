// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newBrowserProject } from '../../../build/studio/storage/browser-storage.ts';
import { language, t } from '../../../build/studio/strings.ts';
import { type Openers, StartView } from '../../../build/studio/ui/start.tsx';
import { button, buttons, drag, draw, field, fill, give, icons, output, press, undraw, wordsOf } from '../../helpers/drawn.ts';
import { FolderPage } from '../../helpers/folder-page.ts';

const openers = Object.fromEntries(
  (['create', 'sample', 'recent', 'zip', 'served', 'folder'] as const).map((name) => [name, vi.fn(async () => {})]),
) as unknown as { readonly [Name in keyof Openers]: ReturnType<typeof vi.fn> };
const onImport = vi.fn();
let page: FolderPage;

beforeEach(() => {
  language.value = 'en';
  localStorage.clear();
  page = new FolderPage();
});
afterEach(async () => {
  await undraw();
  page.close();
  vi.clearAllMocks();
});

const shown = (more: { readonly problem?: string; readonly isOpening?: boolean } = {}): Promise<void> =>
  draw(h(StartView, { openers: openers as never, problem: '', isOpening: false, onImport, ...more }));
const main = (): HTMLElement | null => document.querySelector('.s-start main');
const zip = new File(['x'], 'four.ZIP');
const gift = new File(['x'], 'four.gift');

describe('the first view', () => {
  test('begins with its promise; words with a hyphen stay on one line', async () => {
    language.value = 'fr';
    await shown();
    expect(wordsOf(document.querySelector('h1'))).toBe(t('start.title').replace(/[\s\u00a0]+/g, ' '));
    const unbroken = [...document.querySelectorAll('h1 .s-unbroken')].map(wordsOf);
    expect(unbroken).toEqual(t('start.title').match(/\S+-\S+/g) ?? []);
    expect(unbroken.length).toBeGreaterThan(0);
  });

  test('has its parts in order, each with a heading', async () => {
    await shown();
    expect([...document.querySelectorAll('h1, h2')].map(wordsOf)).toEqual([t('start.title'), t('start.new'), t('start.bring')]);
    const words = wordsOf(main());
    for (const key of ['start.lead', 'start.bring.all', 'start.drop', 'start.private'] as const) expect(words).toContain(t(key));
    expect(icons()).toEqual(['circle-question-mark', 'languages', 'folder', 'file-archive', 'book-open', 'download', 'lock']);
    expect([document.querySelector('.s-mark img')?.getAttribute('alt'), wordsOf(document.querySelector('.s-mark'))]).toEqual([
      '',
      t('app'),
    ]);
    expect(document.querySelector('.s-mark img')?.getAttribute('src')).toBe('icon.svg');
  });

  test('is at rest', async () => {
    await shown();
    expect([output('status'), output('alert'), main()?.inert, main()?.getAttribute('aria-busy')]).toEqual([[], [], false, 'false']);
  });

  test('can’t be used while a course opens', async () => {
    await shown({ isOpening: true });
    expect([output('status'), main()?.inert, main()?.getAttribute('aria-busy')]).toEqual([[t('start.opening')], true, 'true']);
  });

  test('reports why a course can’t be opened', async () => {
    await shown({ problem: 'It is burnt.' });
    expect([output('alert'), icons(document.querySelector('[role=alert]'))]).toEqual([['It is burnt.'], ['circle-alert']]);
  });
});

describe('a course is opened', () => {
  test('from a folder, where the browser opens folders', async () => {
    await shown();
    await press(t('start.folder'));
    expect(openers.folder).toHaveBeenCalledOnce();
    expect(button(t('start.folder')).className).toBe('s-button s-primary s-large');
    Reflect.deleteProperty(window, 'showDirectoryPicker');
    await shown();
    expect(buttons()).not.toContain(t('start.folder'));
  });

  test('from a zip', async () => {
    await shown();
    expect([field(t('start.zip')).accept, field(t('start.zip')).multiple]).toEqual(['.zip,application/zip', false]);
    await give([zip], t('start.zip'));
    expect([openers.zip.mock.calls, onImport.mock.calls]).toEqual([[[zip]], []]);
  });

  test('from those that were open before', async () => {
    await newBrowserProject('fournil', new Map([['modules/four/course.yaml', new Uint8Array()]]));
    await shown();
    await press(/^F ?fournil/);
    expect(openers.recent.mock.calls).toMatchObject([[{ id: 'browser:fournil' }]]);
  });

  test('from the folder that the command serves', async () => {
    sessionStorage.setItem('cartable-studio-key', 'secret');
    vi.stubGlobal('fetch', async (address: string) =>
      address === '-/project' ? Response.json({ name: 'Quai', id: 'q' }) : Response.json({ 'modules/four/course.yaml': 'x' }),
    );
    await shown();
    expect(openers.served.mock.calls).toMatchObject([[{ kind: 'server', name: 'Quai' }, 'modules/four']]);
  });

  test('from a template', async () => {
    await shown();
    await press(new RegExp(t('template.blank')));
    await fill(t('new.title'), 'Four');
    await press(t('new.create'));
    expect(openers.create.mock.calls).toEqual([['blank', { id: 'four', title: 'Four', lang: 'en' }, 'browser']]);
  });
});

describe('what one has', () => {
  test('is chosen: a course, questions or a text, several at once', async () => {
    await shown();
    expect([field(t('start.choose')).accept, field(t('start.choose')).multiple]).toEqual([
      '.zip,application/zip,.xml,.gift,.txt,.docx,.md',
      true,
    ]);
    await give([gift], t('start.choose'));
    expect([openers.zip.mock.calls, onImport.mock.calls]).toEqual([[], [[[gift]]]]);
    await give([gift, zip], t('start.choose'));
    expect([openers.zip.mock.calls, onImport.mock.calls.length]).toEqual([[[zip]], 1]);
  });

  test('is dropped: of several files, a zip is the course', async () => {
    await shown();
    await drag('drop', document.querySelector('.s-drop'), [gift, zip]);
    await drag('drop', document.querySelector('.s-drop'), [zip, new File(['y'], 'tram.zip')]);
    expect([openers.zip.mock.calls, onImport.mock.calls]).toEqual([[[zip], [zip]], []]);
  });

  test('is no course because its name has a zip in it', async () => {
    await shown();
    const one = new File(['x'], 'four.zip.md');
    await give([one], t('start.choose'));
    expect([openers.zip.mock.calls, onImport.mock.calls]).toEqual([[], [[[one]]]]);
  });
});

describe('the bar', () => {
  test('opens the help, and closes it', async () => {
    await shown();
    expect([document.querySelector('dialog'), button(t('help')).className]).toEqual([null, 's-button s-quiet s-top-end s-short']);
    await press(t('help'));
    expect(wordsOf(document.querySelector('dialog h2'))).toBe(t('help.title'));
    await press(t('close'));
    expect(document.querySelector('dialog')).toBeNull();
  });

  test('changes the language, whose name is in its own language', async () => {
    await shown();
    expect(button('Français').lang).toBe('fr');
    await press('Français');
    expect([language.value, button('English').lang]).toEqual(['fr', 'en']);
  });
});
