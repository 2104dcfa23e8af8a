// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ConflictDialog } from '../../../build/studio/safety/conflict-dialog.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import { buttons, draw, press, settled, undraw, wordsOf } from '../../helpers/drawn.ts';
import { type OpenStudio, openStudio } from '../../helpers/open-studio.ts';

const TEXT = 'modules/four/1.md';
const onClose = vi.fn();
let open: OpenStudio;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 28, 9, 5) });
  language.value = 'en';
});
afterEach(async () => {
  await undraw();
  vi.useRealTimers();
  vi.clearAllMocks();
});

/** Opens a conflict between a text here and one elsewhere; null: it was removed there. */
async function conflict(mine: string | Uint8Array<ArrayBuffer>, theirs: string | null, path = TEXT): Promise<void> {
  open = await openStudio({ 'course.yaml': 'id: four', [path.replace('modules/four/', '')]: 'old' });
  open.studio.edit(path, mine);
  if (theirs === null) open.store.files.delete(path);
  else open.store.put(path, theirs);
  await open.studio.save();
  expect(open.studio.conflicts.value).toEqual([path]);
  await draw(h(ConflictDialog, { studio: open.studio, path, onClose }));
}

/** Ends the decision: everything is saved. */
async function saved(): Promise<void> {
  await settled();
  await open.studio.save();
  expect([open.studio.conflicts.value, open.studio.saving.value.kind, onClose.mock.calls.length]).toEqual([[], 'saved', 1]);
}

const passages = (): readonly string[] => [...document.querySelectorAll('fieldset')].map(wordsOf);

async function choose(passage: number, side: 'here' | 'there'): Promise<void> {
  const radios = document.querySelectorAll('fieldset')[passage]?.querySelectorAll<HTMLInputElement>('input[type=radio]');
  radios?.[side === 'here' ? 0 : 1]?.click();
  await settled();
}

describe('two versions of a text', () => {
  const MINE = 'un\ndeux ici\ntrois\nquatre\ncinq ici\n';
  const THEIRS = 'un\ndeux là\ntrois\nquatre\ncinq là\n';

  test('are shown passage by passage, with what differs marked, mine chosen', async () => {
    await conflict(MINE, THEIRS);
    expect(wordsOf(document.querySelector('h2'))).toBe('Two versions of “1.md”');
    expect(passages()).toEqual([
      'Passage 1 of 2, line 2 Heredeux ici Elsewheredeux là',
      'Passage 2 of 2, line 5 Herecinq ici Elsewherecinq là',
    ]);
    expect([...document.querySelectorAll('ins')].map(wordsOf)).toEqual(['ici', 'là', 'ici', 'là']);
    expect([...document.querySelectorAll<HTMLInputElement>('input')].map(({ checked }) => checked)).toEqual([true, false, true, false]);
    expect(buttons()).toEqual([
      t('close'),
      t('storage.conflict.mine'),
      t('storage.conflict.theirs'),
      t('storage.conflict.both'),
      t('storage.conflict.mix'),
    ]);
  });

  test('have the words around what differs, each side in its look', async () => {
    await conflict('le pain cuit ici\n', 'le sel cuit ici\n');
    const sides = [...document.querySelectorAll('.s-passage > label')];
    expect(sides.map((one) => [one.className, wordsOf(one.querySelector('strong'))])).toEqual([
      ['s-passage-side s-mine', t('storage.conflict.here')],
      ['s-passage-side s-theirs', t('storage.conflict.there')],
    ]);
    expect(sides.map((one) => one.querySelector('.s-passage-text')?.innerHTML.trim())).toEqual([
      'le <ins>pain</ins> cuit ici',
      'le <ins>sel</ins> cuit ici',
    ]);
    expect(document.querySelector('em')).toBeNull();
  });

  test('are mixed as it is chosen', async () => {
    await conflict(MINE, THEIRS);
    const radios = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('fieldset input')];
    await choose(0, 'there');
    await choose(1, 'there');
    expect(radios().map(({ checked }) => checked)).toEqual([false, true, false, true]);
    await choose(0, 'here');
    expect(radios().map(({ name, checked }) => [name, checked])).toEqual([
      ['passage-2', true],
      ['passage-2', false],
      ['passage-5', false],
      ['passage-5', true],
    ]);
    let left: unknown;
    onClose.mockImplementationOnce(() => {
      left = open.studio.conflicts.value;
    });
    await press(t('storage.conflict.mix'));
    await saved();
    expect([open.store.text(TEXT), left]).toEqual(['un\ndeux ici\ntrois\nquatre\ncinq là\n', []]);
  });

  test('keep the mark at the start of a file', async () => {
    await conflict('\uFEFFun\nici\n', '\uFEFFun\nlà\n');
    await press(t('storage.conflict.mix'));
    await saved();
    expect([...(open.store.files.get(TEXT) ?? [])].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
  });

  test.each([
    ['storage.conflict.theirs', THEIRS],
    ['storage.conflict.mine', MINE],
  ] as const)('can be chosen as a whole: %s', async (key, text) => {
    await conflict(MINE, THEIRS);
    await choose(0, 'there');
    await press(t(key));
    await press(t('storage.conflict.mix'));
    await saved();
    expect(open.store.text(TEXT)).toBe(text);
  });

  test('with one passage are chosen there', async () => {
    await conflict('ici\n', 'là\n');
    expect(buttons()).toEqual([t('close'), t('storage.conflict.both'), t('storage.conflict.mix')]);
    expect(passages().length).toBe(1);
  });

  test('show that there is nothing on one side', async () => {
    await conflict('un\n', 'un\ndeux\n');
    expect(passages()[0]).toContain(t('storage.conflict.nothing'));
    await press(t('storage.conflict.mix'));
    await saved();
    expect(open.store.text(TEXT)).toBe('un\n');
  });

  test('are both kept: the other one beside, under a name that is no text of the course', async () => {
    await conflict(MINE, THEIRS);
    expect(wordsOf(document.body)).toContain(t('storage.conflict.bothAbout', { file: '1.md.2026-11-28-0905.txt' }));
    await press(t('storage.conflict.both'));
    await saved();
    expect([open.store.text(TEXT), open.store.text(`${TEXT}.2026-11-28-0905.txt`)]).toEqual([MINE, THEIRS]);
  });

  test('are both kept again in the same minute: the earlier copy stays', async () => {
    await conflict(MINE, THEIRS);
    open.studio.edit(`${TEXT}.2026-11-28-0905.txt`, 'earlier');
    await press(t('storage.conflict.mine'));
    await press(t('storage.conflict.both'));
    await saved();
    expect(open.store.text(`${TEXT}.2026-11-28-0905.txt`)).toBe('earlier');
    expect(open.store.text(`${TEXT}.2026-11-28-0905-2.txt`)).toBe(THEIRS);
  });

  test('overwrite no third one that came meanwhile', async () => {
    await conflict('ici\n', 'là\n');
    open.store.put(TEXT, 'ailleurs\n');
    await press(t('storage.conflict.mix'));
    await settled();
    expect([open.store.text(TEXT), open.studio.conflicts.value]).toEqual(['ailleurs\n', [TEXT]]);
  });
});

describe('what has no passages', () => {
  test('as bytes of a picture is chosen as a whole', async () => {
    await conflict(Uint8Array.of(0xff, 0xfe, 1), 'theirs', 'modules/four/a.png');
    expect(wordsOf(document.body)).toContain(t('storage.conflict.binary'));
    expect(buttons()).toEqual([t('close'), t('storage.conflict.both'), t('storage.conflict.theirs'), t('storage.conflict.mine')]);
    await press(t('storage.conflict.theirs'));
    await saved();
    expect(open.store.text('modules/four/a.png')).toBe('theirs');
  });

  test('as a text that was removed elsewhere is kept', async () => {
    await conflict('ici\n', null);
    expect(wordsOf(document.body)).toContain(t('storage.conflict.removed'));
    expect([buttons(), document.querySelector('.s-muted')]).toEqual([
      [t('close'), t('storage.conflict.theirs'), t('storage.conflict.mine')],
      null,
    ]);
    await press(t('storage.conflict.mine'));
    await saved();
    expect(open.store.text(TEXT)).toBe('ici\n');
  });

  test('as a text that was removed elsewhere may go', async () => {
    await conflict('ici\n', null);
    await press(t('storage.conflict.theirs'));
    await saved();
    expect([open.store.text(TEXT), open.studio.project.text(TEXT)]).toEqual([undefined, undefined]);
  });
});

test('closing decides nothing', async () => {
  await conflict('ici\n', 'là\n');
  await press(t('close'));
  expect([onClose.mock.calls.length, open.store.text(TEXT), open.studio.conflicts.value]).toEqual([1, 'là\n', [TEXT]]);
});

test('a version that can’t be read closes the dialog', async () => {
  open = await openStudio({ '1.md': 'old' });
  open.store.refuses = 'gone';
  await draw(h(ConflictDialog, { studio: open.studio, path: TEXT, onClose }));
  expect([onClose.mock.calls.length, document.querySelector('dialog')]).toEqual([1, null]);
});
