// @vitest-environment happy-dom
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AddDialog } from '../../../build/studio/add/add-dialog.tsx';
import { skeletonOf } from '../../../build/studio/add/skeletons.ts';
import { language, t } from '../../../build/studio/strings.ts';
import { ICONS } from '../../../build/studio/ui/icon-paths.ts';
import { openedStudio, typeOf } from '../../helpers/opened-studio.ts';
import { show, UsedPage } from '../../helpers/used-page.ts';

afterEach(async () => {
  await show(null);
  language.value = 'fr';
});

const page = new UsedPage();
const PATH = 'modules/a/1.md';
const TEXT = '# Four {#p}\n\nLe four chauffe.\n\n# Mie {#m}\n\nElle lève.\n';
const TYPES = [
  typeOf('order', 'steps', { label: 'Ordre' }),
  typeOf('choice', 'choices', { label: 'Choix' }),
  typeOf('scene', 'speeches', { label: 'Scène' }),
  typeOf('audio', 'none', { kind: 'block', label: 'Son' }),
  typeOf('figure', 'none', { kind: 'block', label: 'Image' }),
];
const course = (lang: string): unknown => ({ lang, people: [{ id: 'ada', name: 'Ada' }], competencies: [], sessions: [] });

async function shown({
  line = 3,
  files = {},
  lang = 'fr',
  text = TEXT,
  types = TYPES,
}: {
  line?: number | null;
  files?: object;
  lang?: string;
  text?: string;
  types?: typeof TYPES;
} = {}) {
  const checked = { course: (lang === '' ? null : course(lang)) as never };
  const studio = await openedStudio({ [PATH]: text, ...files }, { types, checked });
  const [onInserted, onClose] = [vi.fn<(line: number) => void>(), vi.fn()];
  await show(h(AddDialog, { studio, path: PATH, line, onInserted, onClose }));
  await act(async () => void (await studio.types()));
  return { studio, onInserted, onClose, text: (name = PATH) => studio.project.text(name) };
}
const radios = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')];
const names = (): string[] => radios().map(({ value }) => value);
const chosen = (): string => radios().find(({ checked }) => checked)?.value ?? '';
const choose = (name: string): Promise<void> =>
  act(() =>
    radios()
      .find(({ value }) => value === name)
      ?.click(),
  );
const search = (words: string): Promise<void> => page.type(t('add.search'), words);
const status = (): unknown => document.querySelector('[role=status]')?.textContent;
const side = (): unknown => document.querySelector('aside')?.getAttribute('aria-label');
const dialog = (): HTMLDialogElement => document.querySelector('dialog') as HTMLDialogElement;

describe('the dialog', () => {
  test('is open, has its name, and shows all types in their groups', async () => {
    await shown();
    expect([dialog().open, document.getElementById(dialog().getAttribute('aria-labelledby') ?? '')?.textContent]).toEqual([
      true,
      t('add.title'),
    ]);
    expect([names(), status()]).toEqual([['choice', 'scene', 'order', 'figure', 'audio'], t('add.found', { number: 5 })]);
    expect([chosen(), side()]).toEqual(['choice', 'Choix']);
    const drawing = (place: string): unknown => document.querySelector(`${place} path`)?.getAttribute('d');
    expect([drawing('.s-add-search'), drawing(`[aria-label="${t('add.close')}"]`)]).toEqual([ICONS.search, ICONS.x]);
    expect(
      [...document.querySelectorAll<HTMLInputElement>('[type=search], [role=status], input[type=radio]')].map((one) => one.className),
    ).toEqual(['', 's-hidden', ...Array(5).fill('s-hidden')]);
    expect((page.named('Chercher une activité') as HTMLInputElement).placeholder).toBe(t('add.searchHint'));
  });

  test('shows the chosen type beside the others, and shows them again for another', async () => {
    await shown();
    await choose('order');
    expect([chosen(), side()]).toEqual(['order', 'Ordre']);
    await choose('figure');
    expect([chosen(), side()]).toEqual(['figure', 'Image']);
  });

  test('closes by its button', async () => {
    const { onClose, onInserted } = await shown();
    await page.press(t('add.close'));
    expect([dialog().open, onClose.mock.calls.length, onInserted.mock.calls]).toEqual([false, 1, []]);
  });
});

describe('what is looked for', () => {
  test('is found in names, short and long descriptions', async () => {
    await shown();
    const [first = ''] = t('add.when.order').split(' ').slice(-1);
    for (const [words, found] of [
      ['SCENE', 'scene'],
      ['audio', 'audio'],
      [t('add.short.order'), 'order'],
      [first.replace(/\W+$/, ''), 'order'],
    ] as const) {
      await search(words);
      expect([words, names().includes(found)]).toEqual([words, true]);
    }
    await search('zzz');
    expect([names(), status(), side(), document.body.textContent?.includes(t('add.nothing'))]).toEqual([
      [],
      t('add.found', { number: 0 }),
      undefined,
      true,
    ]);
  });

  test('chooses the type of that name, else of those short words, else the first', async () => {
    // A type of the project has no short words.
    await shown({ types: [typeOf('own', 'none', { label: 'Mien' }), ...TYPES] });
    for (const [words, found] of [
      ['Image', 'figure'],
      ['premier', 'order'],
      ['er', 'scene'],
      ['own', 'own'],
      ['o', 'choice'],
      ['avec', 'figure'],
    ] as const) {
      await search(words);
      expect([words, chosen()]).toEqual([words, found]);
    }
    await search('');
    expect(chosen()).toBe('choice');
    const own = [typeOf('scene-own', 'none', { label: 'Mien' }), typeOf('own-2', 'none', { label: 'Tien' })];
    await shown({ types: [...own, ...TYPES.slice(2)] });
    await search('SCENE');
    expect([names().length > 1, chosen()]).toEqual([true, 'scene']);
    await search('own');
    expect([names(), chosen()]).toEqual([['scene-own', 'own-2'], 'scene-own']);
  });

  test('keeps the chosen type as long as it is found', async () => {
    await shown();
    await choose('order');
    await search('o');
    expect([names().length > 1, chosen()]).toEqual([true, 'order']);
    await search('Image');
    expect(chosen()).toBe('figure');
  });

  test.each(['ArrowDown', 'Enter'])('is left by %s for the chosen type', async (key) => {
    await shown();
    await choose('order');
    expect(await page.key(t('add.search'), key)).toBe(true);
    const { type, value } = document.activeElement as HTMLInputElement;
    expect([type, value]).toEqual(['radio', 'order']);
    expect(await page.key(t('add.search'), 'a')).toBe(false);
  });
});

test('a group shows only its types; it is pressed, and counts all of them', async () => {
  await shown();
  const pressed = (): (string | undefined)[] =>
    [...document.querySelectorAll('[aria-pressed=true]')].map((one) => one.textContent?.replace(/\s+/g, ' '));
  const all = `${t('add.all')} 5`;
  expect([document.querySelector('fieldset')?.getAttribute('aria-label'), pressed()]).toEqual([t('add.filter'), [all]]);
  await page.press(t('add.group.show'));
  expect([names(), pressed(), status(), chosen()]).toEqual([
    ['figure', 'audio'],
    [t('add.group.show')],
    t('add.found', { number: 2 }),
    'figure',
  ]);
  await page.press(t('add.group.show'));
  expect(pressed()).toEqual([t('add.group.show')]);
  await page.press(all);
  expect([names().length, pressed()]).toEqual([5, [all]]);
});

describe('the example of a type', () => {
  test('goes below the paragraph of the line; the dialog closes and gives its line', async () => {
    const { text, onInserted, onClose } = await shown();
    await page.press(t('add.insert'));
    expect(text()).toBe(TEXT.replace('chauffe.\n', `chauffe.\n\n${skeletonOf('choice', 'fr')}\n`));
    expect([dialog().open, onClose.mock.calls.length, onInserted.mock.calls]).toEqual([false, 1, [[5]]]);
    expect(text()?.split('\n')[4]).toMatch(/^:::choice/);
  });

  test('goes to the end without a line, in the line breaks of the text', async () => {
    const { text, onInserted } = await shown({ line: null, text: TEXT.replaceAll('\n', '\r\n') });
    await choose('order');
    await page.press(t('add.insert'));
    expect(text()).toBe(`${TEXT}\n${skeletonOf('order', 'fr')}\n`.replaceAll('\n', '\r\n'));
    expect(onInserted.mock.calls).toEqual([[9]]);
  });

  test.each([
    ['en', 'fr', 'en'],
    ['fr', 'en', 'fr'],
    ['', 'en', 'en'],
    ['de', 'en', 'fr'],
  ] as const)('is in the language of the course (%j), else of the page (%s)', async (lang, own, expected) => {
    language.value = own;
    const { text } = await shown({ lang, line: null });
    await page.press(t('add.insert'));
    expect(text()).toContain(skeletonOf('choice', expected));
  });

  test('has ids that are free, and people of the course', async () => {
    const [, id = ''] = /\{#([\w-]+)/.exec(skeletonOf('choice', 'fr')) ?? [];
    const { text } = await shown({ files: { 'modules/a/2.md': `:::choice{#${id}}\n:::\n` } });
    await page.press(t('add.insert'));
    expect(text()).toContain(`{#${id}-2`);
    await choose('scene');
    await page.press(t('add.insert'));
    expect(text()).toMatch(/\n## ada\n/);
  });

  test('is inserted once by Enter or a second click on its name', async () => {
    const { text, onInserted } = await shown();
    await choose('order');
    await act(
      () =>
        void radios()
          .find(({ checked }) => checked)
          ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })),
    );
    expect([text()?.split(skeletonOf('order', 'fr')).length, onInserted.mock.calls.length]).toEqual([2, 1]);
  });
});
