// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Taken, TakeRequest } from '../../../build/studio/engine/exchange-calls.ts';
import { ImportDialog } from '../../../build/studio/import/import-dialog.tsx';
import { absolute } from '../../../build/studio/settings.ts';
import { language, t } from '../../../build/studio/strings.ts';
import { button, buttons, drag, draw, field, fill, give, looks, output, press, undraw, wordsOf } from '../../helpers/drawn.ts';
import { MemoryFolder } from '../../helpers/memory-folder.ts';
import { MemoryLocks } from '../../helpers/memory-locks.ts';
import { type OpenStudio, openStudio } from '../../helpers/open-studio.ts';

const BANK = 'modules/four/banks/pain.md';
const COURSE = 'modules/four/course.yaml';
const FILE = {
  name: 'pain.gift',
  kind: 'gift',
  found: 2,
  made: 2,
  session: '',
  remarks: [],
  pictures: [],
  paths: [BANK],
  report: '',
  reportName: '',
};

let answer: (request: TakeRequest) => Taken;
const onOpen = vi.fn();
const onClose = vi.fn();

beforeEach(() => {
  language.value = 'en';
  answer = () => ({ taken: [FILE], files: new Map([[BANK, 'bank']]) });
});
afterEach(async () => {
  await undraw();
  vi.clearAllMocks();
  vi.unstubAllGlobals();
});

async function inCourse(files: readonly File[] = []): Promise<OpenStudio> {
  const open = await openStudio({ 'course.yaml': 'modules: []' }, { take: (request: never) => answer(request) });
  await draw(h(ImportDialog, { studio: open.studio, settings: {} as never, files, onOpen, onClose }));
  return open;
}
const asked = ({ asked: calls }: OpenStudio): readonly TakeRequest[] =>
  calls.filter(({ name }) => name === 'take').map(({ args }) => args[0] as TakeRequest);

describe('an import into the open course', () => {
  test('reads files that are given, and writes nothing before it is asked to', async () => {
    const open = await inCourse();
    await give([new File(['x'], 'pain.gift')]);
    expect(asked(open)).toMatchObject([{ files: [{ name: 'pain.gift' }], language: 'en' }]);
    expect([open.studio.project.paths, buttons().includes(t('import.do'))]).toEqual([[COURSE], true]);
  });

  test('reads all files that are chosen or dropped', async () => {
    const open = await inCourse();
    const files = ['pain.gift', 'sel.gift'].map((name) => new File(['x'], name));
    expect(document.querySelector<HTMLInputElement>('input[type=file]')?.multiple).toBe(true);
    await give(files);
    await drag('drop', document.querySelector('.s-drop'), files.toReversed());
    expect(asked(open).map((one) => one.files.map(({ name }) => name).join())).toEqual(['pain.gift,sel.gift', 'sel.gift,pain.gift']);
  });

  test('begins with the files that the page was given', async () => {
    expect(asked(await inCourse([new File(['x'], 'pain.gift')])).length).toBe(1);
  });

  test('adds a bank, shows where a quiz finds it, and is undone in one step', async () => {
    const { studio } = await inCourse([new File(['x'], 'pain.gift')]);
    await press(t('import.do'));
    expect(studio.project.text(BANK)).toBe('bank');
    expect(output('status')).toContain(`Added: ${BANK}`);
    expect(wordsOf(document.body)).toContain('“Add”, “Quiz”, then “Edit”; under “Question bank”, choose banks/pain.md.');
    expect(buttons()).not.toContain(t('import.do'));
    await press(t('import.undo'));
    expect([studio.project.paths, output('status')]).toEqual([[COURSE], [t('import.undone')]]);
    expect(buttons()).not.toContain(t('import.undo'));
  });

  test('names each bank, and each file that was added', async () => {
    const [one, other] = [BANK, 'modules/four/banks/sel.md'];
    answer = () => ({ taken: [FILE], files: new Map([one, other].map((path) => [path, 'x'])) });
    await inCourse([new File(['x'], 'pain.gift')]);
    await press(t('import.do'));
    expect([output('status')[0]?.includes(`${one}, ${other}`), wordsOf(document.body).includes('banks/pain.md ; banks/sel.md')]).toEqual([
      true,
      true,
    ]);
  });

  test('says nothing about quizzes if it has no bank', async () => {
    answer = () => ({ taken: [{ ...FILE, session: 'pain' }], files: new Map([['modules/four/pain.md', 'x']]) });
    await inCourse([new File(['x'], 'pain.md')]);
    await press(t('import.do'));
    expect([wordsOf(document.body).includes('“Quiz”'), buttons().includes(t('import.undo'))]).toEqual([false, true]);
  });

  test('isn’t undone over a later change', async () => {
    const { studio } = await inCourse([new File(['x'], 'pain.gift')]);
    await press(t('import.do'));
    studio.edit(BANK, 'changed');
    await press(t('import.undo'));
    expect([studio.project.text(BANK), output('status')]).toEqual(['changed', [t('import.changed')]]);
  });

  test('is refused while another tab writes', async () => {
    const { studio } = await inCourse([new File(['x'], 'pain.gift')]);
    studio.readOnly.value = true;
    await press(t('import.do'));
    expect([studio.project.paths, output('alert')]).toEqual([[COURSE], [`${t('storage.tabs')} ${t('storage.tabs.more')}`]]);
    expect(buttons()).toContain(t('import.do'));
  });

  test('shows why nothing can be taken', async () => {
    answer = () => ({ errors: ['It is a PDF.', 'It is empty.'] });
    await inCourse([new File(['x'], 'a.pdf')]);
    expect(output('alert')).toEqual([`${t('import.errors')}It is a PDF.It is empty.`]);
    expect(buttons()).not.toContain(t('import.do'));
  });

  test('reads again with the form that is chosen, and as a new course', async () => {
    const open = await inCourse([new File(['x'], 'pain.gift')]);
    expect([field(/^Import as/).value, field(/^Where/).value]).toEqual(['', 'open']);
    await fill(/^Import as/, 'bank');
    await fill(/^Where/, 'new');
    expect([field(/^Where/).value, field(/^Title of the new course/).value]).toEqual(['new', 'Pain']);
    expect(field<HTMLSelectElement>(/^Import as/).value).toBe('');
    expect([...field<HTMLSelectElement>(/^Import as/).options].map(({ value }) => value)).toEqual(['', 'session']);
    await fill(/^Title of the new course/, 'Le four');
    await fill(/^Where/, 'open');
    await fill(/^Import as/, 'session');
    await fill(/^Where/, 'new');
    expect(asked(open).map(({ as, into }) => [as, into?.id])).toEqual([
      [undefined, undefined],
      ['bank', undefined],
      [undefined, 'cours-pain'],
      [undefined, 'cours-le-four'],
      [undefined, undefined],
      ['session', undefined],
      ['session', 'cours-pain'],
    ]);
  });

  test('reports that it reads', async () => {
    answer = () => new Promise(() => {}) as never;
    await inCourse([new File(['x'], 'pain.gift')]);
    expect([output('status'), buttons().includes(t('import.do'))]).toEqual([[t('import.reading')], false]);
  });

  test('closes by its cross', async () => {
    await inCourse();
    await press(t('close'));
    expect(onClose).toHaveBeenCalledOnce();
  });
});

test('the open course can also be exported', async () => {
  await inCourse();
  expect(button(t('import.tab')).getAttribute('aria-pressed')).toBe('true');
  await press(t('export.tab'));
  expect(['[aria-pressed=true]', 'h2'].map((one) => wordsOf(document.querySelector(one)))).toEqual([t('export.tab'), t('export.tab')]);
  expect(document.querySelector('input[type=file]')).toBeNull();
  await press(t('import.tab'));
  expect(document.querySelector('input[type=file]')).not.toBeNull();
});

describe('an import without a course', () => {
  const workers: TakingWorker[] = [];
  const ended = vi.fn();
  let root: MemoryFolder;

  /** The engine's worker of the page. */
  class TakingWorker extends EventTarget {
    readonly made: readonly unknown[];
    terminate = ended;

    constructor(...made: readonly unknown[]) {
      super();
      this.made = made;
      workers.push(this);
    }

    postMessage({ number, args }: { number: number; args: [TakeRequest] }): void {
      queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data: { number, answer: answer(args[0]) } })));
    }
  }

  beforeEach(async () => {
    workers.length = 0;
    root = new MemoryFolder();
    vi.stubGlobal('Worker', TakingWorker);
    vi.stubGlobal('navigator', { storage: { getDirectory: async () => root.handle }, locks: new MemoryLocks().of('one') });
    answer = ({ into }) => ({ taken: [FILE], files: new Map([[`modules/${into?.id}/pain.md`, 'x']]) });
    const settings = { engine: 'engine.js' } as never;
    await draw(h(ImportDialog, { studio: null, settings, files: [new File(['x'], 'pain.md')], onOpen, onClose }));
  });

  test('makes a new course, which opens', async () => {
    expect(document.querySelector('fieldset.s-choice')).toBeNull();
    await fill(/^Title of the new course/, 'Le pain');
    await press(t('import.do.new'));
    await vi.waitFor(() => expect(onOpen).toHaveBeenCalled());
    expect(root.texts()).toEqual({ 'courses/cours-le-pain/modules/cours-le-pain/pain.md': 'x' });
    expect(onOpen.mock.calls).toEqual([['cours-le-pain']]);
  });

  test('without room says so, and opens nothing', async () => {
    root.disk.beforeClose = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
    await press(t('import.do.new'));
    await vi.waitFor(() => expect(output('alert')).not.toEqual([]));
    expect([output('alert'), onOpen.mock.calls, root.texts()]).toEqual([[t('storage.full')], [], {}]);
  });

  test('has one engine, which ends with the dialog', async () => {
    expect([workers.map(({ made }) => made), ended.mock.calls.length]).toEqual([[[absolute('engine.js'), { type: 'module' }]], 0]);
    await undraw();
    expect(ended).toHaveBeenCalledOnce();
  });
});

describe('its words', () => {
  const words = (): string => wordsOf(document.querySelector('dialog'));

  test('before files are given, and with files', async () => {
    await inCourse();
    expect(document.querySelector('[role=alert]')).toBeNull();
    expect([words(), buttons()]).toEqual([
      'ImportImport or export questions…ImportExportDrop files hereQuestions from Moodle (XML, GIFT, Aiken), Word document (.docx), Markdown text. What isn’t understood is listed, never lost.Choose files',
      ['Close', 'Import', 'Export', 'Choose files'],
    ]);
    await give([new File(['x'], 'pain.gift')]);
    expect([words(), buttons()]).toEqual([
      'ImportImport or export questions…ImportExportDrop files hereQuestions from Moodle (XML, GIFT, Aiken), Word document (.docx), Markdown text. What isn’t understood is listed, never lost.Choose filesImport aswhat suits each filequestion banksessionWherein the open coursein a new coursepain.gift2 questions found, 2 made Nothing is lost.Download the reportFiles that will be writtenmodules/four/banks/pain.mdAdd to the course',
      ['Close', 'Import', 'Export', 'Choose files', 'Download the report', 'Add to the course'],
    ]);
    expect([document.querySelector('dialog')?.className, document.querySelector('legend')?.className, ...looks()]).toEqual([
      's-dialog s-medium',
      's-hidden',
      'quiet only-icon x',
      'quiet',
      'quiet',
      'plain',
      'quiet download',
      'primary large',
    ]);
  });

  test('after a bank was added', async () => {
    await inCourse([new File(['x'], 'pain.gift')]);
    await press(t('import.do'));
    expect([words(), buttons()]).toEqual([
      'ImportImport or export questions…ImportExportDrop files hereQuestions from Moodle (XML, GIFT, Aiken), Word document (.docx), Markdown text. What isn’t understood is listed, never lost.Choose filesAdded: modules/four/banks/pain.mdTo ask these questions in a session: “Add”, “Quiz”, then “Edit”; under “Question bank”, choose banks/pain.md.Undo this import',
      ['Close', 'Import', 'Export', 'Choose files', 'Undo this import'],
    ]);
  });
});
