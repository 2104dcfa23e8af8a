// @vitest-environment happy-dom
import { zipSync } from 'fflate';
import { h } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
// What is drawn later is loaded before, so that no test waits for it.
import '../../../build/studio/import/import-dialog.tsx';
import '../../../build/studio/results/results-view.tsx';
import '../../../build/studio/start/new-course.ts';
import '../../../build/studio/ui/write.tsx';
import '../../../build/studio/storage/open-zip.ts';
import type { TakeRequest } from '../../../build/studio/engine/exchange-calls.ts';
import { newBrowserProject } from '../../../build/studio/storage/browser-storage.ts';
import { noteVisit } from '../../../build/studio/storage/recent.ts';
import { language, t } from '../../../build/studio/strings.ts';
import { App } from '../../../build/studio/ui/app.tsx';
import { button, drag, draw, field, fill, give, output, press, settled, undraw, until, wordsOf } from '../../helpers/drawn.ts';
import { FolderPage, folderOf } from '../../helpers/folder-page.ts';
import type { MemoryFolder } from '../../helpers/memory-folder.ts';

let page: FolderPage;

beforeEach(async () => {
  language.value = 'en';
  localStorage.setItem('cartable-studio-text', 'plain');
  page = new FolderPage();
  await draw(h(App, { settings: page.settings }));
});
afterEach(async () => {
  await undraw();
  localStorage.clear();
  page.close();
});

const redraw = (): Promise<void> => undraw().then(() => draw(h(App, { settings: page.settings })));
const isStart = (): boolean => document.querySelector('.s-start') !== null;
const course = (): string => wordsOf(document.querySelector('.s-course'));
async function openFolder(chosen: MemoryFolder | Promise<never>): Promise<void> {
  page.pick(chosen);
  await press(t('start.folder'));
  await until(() => output('status').every((words) => words !== t('start.opening') && words !== t('loading')));
}

describe('a course opens', () => {
  test('from a folder, and gets the focus, which its button has lost', async () => {
    expect([isStart(), document.querySelector('.s-open'), output('status')]).toEqual([true, null, []]);
    await press(t('start.folder'));
    expect(output('status')).toEqual([t('start.opening')]);
    page.pick(await folderOf('quai', 'modules/four/course.yaml'));
    await until(() => course() !== '');
    expect([isStart(), course(), document.activeElement?.className]).toEqual([false, 'Le four', 's-open']);
    expect([document.activeElement?.getAttribute('tabindex'), page.workers.length]).toEqual(['-1', 1]);
  });

  test('with its bar, what keeps it from being saved, and the view that is chosen', async () => {
    await openFolder(await folderOf('quai', 'modules/four/course.yaml'));
    expect([...(document.querySelector('.s-open')?.children ?? [])].map(({ className }) => className)).toEqual([
      's-top',
      's-open-notes',
      's-note',
    ]);
    expect([wordsOf(document.querySelector('.s-note')), document.querySelector('.s-safety') === null]).toEqual([t('write.empty'), false]);
    button(t('view.results')).focus();
    await press(t('view.results'));
    expect([wordsOf(document.querySelector('h1')), wordsOf(document.activeElement)]).toEqual([t('results.title'), t('view.results')]);
  });

  test('from a template, in this browser', async () => {
    await press(new RegExp(t('template.blank')));
    await fill(t('new.title'), 'Le four');
    await press(t('new.create'));
    await until(() => course() !== '');
    expect([course(), Object.keys(page.root.texts())[0]]).toEqual([
      'Le four',
      expect.stringMatching(/^courses\/le-four\/modules\/le-four\//),
    ]);
  });

  test('from a sample', async () => {
    vi.stubGlobal('fetch', async () => new Response(new Uint8Array(zipSync({ 'course.yaml': new TextEncoder().encode('title: Repair') }))));
    await press(new RegExp(t('sample.repair-cafe')));
    await until(() => course() !== '');
    expect(course()).toBe('Repair');
  });

  test('from the folder that the command serves, at the one that is chosen', async () => {
    sessionStorage.setItem('cartable-studio-key', 'secret');
    const files = ['a', 'tram'].map((name) => [`modules/${name}/course.yaml`, 'x']);
    const answers: Record<string, object> = { '-/project': { name: 'Quai', id: 'q' }, '-/files': Object.fromEntries(files) };
    const answer = (path: string) => (answers[path] ? Response.json(answers[path]) : new Response(`title: ${path.split('/').at(-2)}`));
    vi.stubGlobal('fetch', async (address: string) => answer(address));
    await redraw();
    await press('tram');
    expect(course()).toBe('tram');
  });

  test('from a zip', async () => {
    const zip = zipSync({ 'modules/four/course.yaml': new TextEncoder().encode('title: Zipped') });
    await give([new File([new Uint8Array(zip)], 'four.zip')], t('start.zip'));
    await until(() => course() !== '');
    expect([course(), isStart()]).toEqual(['Zipped', false]);
  });

  test('that was open before, at the course it was open in', async () => {
    const store = await newBrowserProject(
      'fournil',
      new Map(['four', 'tram'].map((name) => [`modules/${name}/course.yaml`, new TextEncoder().encode(`title: ${name}`)])),
    );
    await noteVisit(store, { course: 'modules/tram', title: 'Le tram', sessions: 1 });
    await redraw();
    await press(/^LLe tram/);
    await until(() => course() !== '');
    expect(course()).toBe('tram');
  });
});

describe('a course that can’t be opened', () => {
  test('is explained: there is none in the folder', async () => {
    await openFolder(await folderOf('quai', 'modules/four/1.md'));
    expect([isStart(), output('alert'), output('status')]).toEqual([true, [t('start.noCourse')], []]);
  });

  test('is explained: the folder has one of this name; another is made beside it, and opened', async () => {
    for (const title of ['Four', 'Pain']) {
      await press(new RegExp(t('template.blank')));
      await fill(t('new.title'), title);
      document.querySelectorAll<HTMLInputElement>('[type=radio]')[1]?.click();
      await settled();
      page.pick(await folderOf('quai', 'modules/four/course.yaml'));
      await press(t('new.create'));
      if (title === 'Four') expect(output('alert')).toEqual([t('new.taken', { id: 'four' })]);
    }
    await until(() => course() !== '');
    expect(course()).toBe('Pain');
  });

  test('is explained until another opens: the zip is no zip', async () => {
    await give([new File(['x'], 'four.zip')], t('start.zip'));
    await until(() => output('alert').length > 0);
    expect(output('alert')).toEqual([t('zip.not')]);
    await press(t('start.folder'));
    expect([output('alert'), output('status')]).toEqual([[], [t('start.opening')]]);
  });

  test('because the author closes the browser’s dialog is no problem', async () => {
    const closed = Promise.reject(new DOMException('closed', 'AbortError'));
    await openFolder(closed);
    expect([isStart(), output('alert'), output('status')]).toEqual([true, [], []]);
  });
});

// Its message would be none for authors: the browser's console has it.
test('a failure of another kind is no explanation, and not hidden either', async () => {
  const [listeners, seen] = [process.listeners('unhandledRejection'), [] as unknown[]];
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', (reason) => seen.push(reason));
  const odd = new DOMException('odd', 'SecurityError');
  await openFolder(Promise.reject(odd));
  process.removeAllListeners('unhandledRejection');
  for (const listener of listeners) process.on('unhandledRejection', listener);
  expect([seen, isStart(), output('alert'), output('status')]).toEqual([[odd], true, [], []]);
});

test('going back closes the course, and its engine', async () => {
  await openFolder(await folderOf('quai', 'modules/four/course.yaml'));
  await press(`${t('app')}, ${t('back')}`);
  expect([isStart(), page.workers.map(({ isEnded }) => isEnded), output('alert')]).toEqual([true, [true], []]);
});

describe('an import', () => {
  const gift = new File(['::Q:: 1 + 1 {=2}'], 'pain.gift');
  const title = (): string => wordsOf(document.querySelector('dialog h2'));
  const nothing = { remarks: [], pictures: [], paths: [], report: '', reportName: '' };
  const taken = { ...nothing, name: 'pain.gift', kind: 'gift', found: 1, made: 1, session: 'pain' };

  beforeEach(() => {
    page.answers.take = ({ into }: TakeRequest) => {
      const at = `modules/${into?.id}`;
      return {
        taken: [taken],
        files: new Map([
          [`${at}/course.yaml`, 'title: Le pain'],
          [`${at}/pain.md`, '# Pain'],
        ]),
      };
    };
  });

  async function askFor(): Promise<void> {
    await press(t('menu'));
    document.querySelectorAll<HTMLElement>('[role=menuitem]')[6]?.click();
    await until(() => title() !== '');
  }
  async function asNewCourse(): Promise<void> {
    await give([gift], t('import.choose'));
    await fill(/^Where/, 'new');
    await press(t('import.do.new'));
    await until(() => title() === '');
    await until(() => course() === 'Le pain');
  }

  test('begins with files that are dropped on the first view, may be given up, and opens the course that it makes', async () => {
    const dropped = async (): Promise<void> => {
      await drag('drop', document.querySelector('.s-drop'), [gift]);
      await until(() => title() !== '');
    };
    await dropped();
    expect([title(), wordsOf(document.querySelector('dialog')).includes('pain.gift')]).toEqual([t('import.title'), true]);
    await press(t('close'));
    expect([document.querySelector('dialog'), isStart()]).toEqual([null, true]);
    await dropped();
    await press(t('import.do.new'));
    await until(() => course() !== '');
    expect([document.querySelector('dialog'), course()]).toEqual([null, 'Le pain']);
  });

  test('begins without files in an open course, and may leave it for a new one', async () => {
    await openFolder(await folderOf('quai', 'modules/four/course.yaml'));
    await askFor();
    expect([title(), course(), wordsOf(document.querySelector('dialog')).includes('pain.gift')]).toEqual([
      t('import.title'),
      'Le four',
      false,
    ]);
    await asNewCourse();
    expect([course(), page.workers.map(({ isEnded }) => isEnded)]).toEqual(['Le pain', [true, false]]);
  });

  // The texts that a folder had refused were once gone with the page of their course.
  test('never leaves a course that could not be saved', async () => {
    const chosen = await folderOf('quai', 'modules/four/course.yaml', 'modules/four/1.md');
    await chosen.put('modules/four/1.md', '# Pain {#pain}');
    chosen.disk.beforeClose = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    await openFolder(chosen);
    await fill(t('editor.text'), '# Brioche {#pain}');
    await askFor();
    await asNewCourse();
    expect([course(), field<HTMLTextAreaElement>(t('editor.text')).value]).toEqual(['Le four', '# Brioche {#pain}']);
    expect([
      output('alert')
        .concat(output('status'))
        .some((words) => words.includes(t('storage.forbidden.folder'))),
      document.querySelector('dialog'),
    ]).toEqual([true, null]);
  });
});
