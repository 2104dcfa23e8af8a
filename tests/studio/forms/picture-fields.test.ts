// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Editing } from '../../../build/studio/forms/editing.ts';
import { PICTURES, type Spot, spotsOfSections, spotsOfTable } from '../../../build/studio/forms/picture-fields.tsx';
import { readBody, sectionsOf } from '../../../build/studio/text/edit-body.ts';
import { replaceIn } from '../../../build/studio/text/raw-text.ts';
import { type MountedForm, mountedForm, PATH } from '../../helpers/mounted-form.ts';
import { typeOf } from '../../helpers/opened-studio.ts';
import { show } from '../../helpers/used-page.ts';

/** Addresses of pictures that are in use, with their types. */
const addresses = new Map<string, string>();
const FOUR = '![Un four](assets/four.png)';
const TYPES = [
  typeOf('hotspots', 'spots'),
  typeOf('label-image', 'labels'),
  typeOf('gallery', 'prose', { kind: 'block' }),
  typeOf('figure', 'none', { kind: 'block' }),
];
const FILES = { 'modules/a/assets/four.png': 'x', 'modules/a/assets/plan.svg': '<svg/>', 'modules/a/assets/son.mp3': 'x' };
const opened = (text: string): Promise<MountedForm> => mountedForm(text, TYPES, 1, {}, FILES);
const spots = (...heads: readonly string[]): string =>
  `:::hotspots{#h}\nOù ?\n\n${FOUR}\n${heads.map((head) => `\n## ${head}\nChaud.\n`).join('')}:::\n`;

beforeEach(() => {
  let made = 0;

  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    made += 1;
    addresses.set(`blob:${made}`, (blob as Blob).type);
    return `blob:${made}`;
  });
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((address) => void addresses.delete(address));
});
afterEach(async () => {
  await show(null);
  vi.restoreAllMocks();
  addresses.clear();
});

test('pictures are known by their ending', () => {
  const names = ['a.png', 'a.JPG', 'a.jpeg', 'a.gif', 'a.webp', 'a.avif', 'a.svg', 'a.mp3', 'png', 'a.png.md'];
  expect(names.filter((name) => PICTURES.test(name))).toEqual(names.slice(0, 7));
});

describe('places', () => {
  const places = (all: readonly Spot[]) => all.map(({ label, x, y }) => [label, x, y]);
  const read = (text: string) => readBody(text, { from: 0, to: text.length }, []);
  const moved = (text: string, spot: Spot | undefined, x: number, y: number): string => replaceIn(text, spot?.moved(x, y) ?? []);

  test('of sections are in their titles; beyond the picture they are at its edge', () => {
    const text = '## 10  20,5 | Sole\nA\n## -5 150 | Voûte\n## 0 100\n## Porte\n## 30\n';
    const all = spotsOfSections({ text } as Editing, sectionsOf(read(text)).sections);
    expect(places(all)).toEqual([
      ['Sole', 10, 20.5],
      ['Voûte', 0, 100],
      ['', 0, 100],
      ['', null, null],
      ['', 30, null],
    ]);
    expect(moved(text, all[1], 7, 8)).toBe(text.replace('-5 150', '7 8'));
  });

  test('of a table are in its second and third cells', () => {
    const text = '| Nom | x | y |\n|---|---|---|\n| Sole \\| four | 10 | 20% |\n| Voûte | | |\n| Porte |\n';
    const [table] = read(text);
    const all = table?.kind === 'table' ? spotsOfTable({ text } as Editing, table) : [];
    expect(places(all)).toEqual([
      ['Sole | four', 10, 20],
      ['Voûte', null, null],
      ['Porte', null, null],
    ]);
    expect(moved(text, all[0], 0, 99)).toBe(text.replace('| 10 | 20% |', '| 0 | 99 |'));
  });
});

describe('the picture with its places', () => {
  const click = async (x: number, y: number): Promise<void> => {
    const picture = document.querySelector('.s-form-picture') as HTMLElement;
    vi.spyOn(picture, 'getBoundingClientRect').mockReturnValue({ left: 100, top: 50, width: 200, height: 400 } as DOMRect);
    await act(() => void picture.dispatchEvent(new MouseEvent('click', { clientX: x, clientY: y, bubbles: true })));
  };
  const shown = (): unknown[] =>
    [...document.querySelectorAll<HTMLElement>('.s-form-spot')].map((spot) => [
      spot.textContent,
      spot.style.insetInlineStart,
      spot.style.insetBlockStart,
      spot.classList.contains('s-form-chosen'),
      spot.getAttribute('aria-hidden'),
    ]);

  test('shows them where they are, numbered as in the list', async () => {
    const form = await opened(spots('10 20 | Sole', 'Ailleurs 20 | Porte', '30 | Clé', '40 50 | Voûte'));
    expect([document.querySelector('.s-form-picture img')?.getAttribute('alt'), form.options('placing')]).toEqual([
      'Un four',
      [
        ['0', '1. Sole'],
        ['1', '2. Porte'],
        ['2', '3. Clé'],
        ['3', '4. Voûte'],
      ],
    ]);
    expect(shown()).toEqual([
      ['1', '10%', '20%', true, 'true'],
      ['4', '40%', '50%', false, 'true'],
    ]);
  });

  test('a click puts the chosen one there, in whole per cent', async () => {
    const form = await opened(spots('10 20 | Sole', '40 50 | Voûte'));
    await click(151, 149);
    expect(form.text).toBe(spots('26 25 | Sole', '40 50 | Voûte'));
    await form.fill('placing', '1');
    expect(shown().map((spot) => (spot as unknown[])[3])).toEqual([false, true]);
    await click(300, 50);
    expect(form.text).toBe(spots('26 25 | Sole', '100 0 | Voûte'));
  });

  test('without places a click changes nothing', async () => {
    const form = await opened(spots());
    expect(form.fields).not.toContain('placing');
    await click(150, 150);
    expect(form.text).toBe(spots());
  });

  test('a picture that the course does not have is not shown', async () => {
    await opened(spots('10 20 | Sole').replace('four.png', 'pain.png'));
    expect(document.querySelector('.s-form-picture')).toBeNull();
  });
});

describe('a picture of a gallery', () => {
  const GALLERY = `:::gallery{#g}\n${FOUR}\n:::\n`;

  test('is one of the course', async () => {
    const form = await opened(GALLERY);
    expect([form.options('prompt-src'), form.field('prompt-src').value, form.field('prompt-alt').value]).toEqual([
      [
        ['assets/four.png', 'four.png'],
        ['assets/plan.svg', 'plan.svg'],
      ],
      'assets/four.png',
      'Un four',
    ]);
    await form.fill('prompt-src', 'assets/plan.svg');
    expect(form.text).toBe(GALLERY.replace('four.png', 'plan.svg'));
  });

  test('is described on one line without brackets', async () => {
    const form = await opened(GALLERY);
    await form.fill('prompt-alt', 'Un [grand]\n four\nchaud');
    expect(form.text).toBe(GALLERY.replace('Un four', 'Un grand four chaud'));
    await form.press('Annuler');
    expect(form.text).toBe(GALLERY);
    expect(await form.undone({ 'prompt-src': 'assets/plan.svg', 'prompt-alt': 'Un plan' })).toEqual([
      ['prompt-src', true],
      ['prompt-alt', true],
    ]);
  });
});

describe('the picture of an attribute', () => {
  const address = (): unknown => document.querySelector('.s-form-shown')?.getAttribute('src');

  test.each([
    ['assets/four.png', ''],
    ['assets/plan.svg', 'image/svg+xml'],
  ])('is shown with the type of its file: %s', async (src, type) => {
    await opened(`::figure{src=${src} alt="Un four"}\n`);
    expect([address(), document.querySelector('.s-form-shown')?.getAttribute('alt')]).toEqual(['blob:1', '']);
    expect([...addresses]).toEqual([['blob:1', type]]);
  });

  test.each(['::figure{alt=assets/four.png}', '::figure{src}', '::figure{src=assets/son.mp3}', '::figure{src=assets/pain.png}'])(
    'is not shown for %s',
    async (line) => {
      await opened(`${line}\n`);
      expect([address(), addresses.size]).toEqual([undefined, 0]);
    },
  );

  test('an address is given up with the picture', async () => {
    const form = await opened('::figure{src=assets/four.png}\n');
    await act(() => form.studio.edit(PATH, '::figure{src=assets/plan.svg}\n'));
    expect([address(), [...addresses.keys()]]).toEqual(['blob:2', ['blob:2']]);
    await act(() => form.studio.edit(PATH, '::figure{src=assets/plan.svg alt=Four}\n'));
    expect([...addresses.keys()]).toEqual(['blob:2']);
    await act(() => form.studio.edit('modules/a/assets/plan.svg', '<svg></svg>'));
    expect([address(), [...addresses.keys()]]).toEqual(['blob:3', ['blob:3']]);
    await show(null);
    expect(addresses.size).toBe(0);
  });
});

const TABLE = `:::label-image{#l}\nOù ?\n\n${FOUR}\n\n| Nom | x | y |\n|---|---|---|\n| Sole | 10 | 20 |\n:::\n`;

test.each([
  ['hotspots', spots('10 20 | Sole'), 'Endroit à placer d’un clic sur l’image'],
  ['label-image', TABLE, 'Endroit à placer d’un clic sur l’image'],
  ['gallery', `:::gallery\n${FOUR}\n:::\n`, undefined],
])('the fields for the picture of %s have names', async (_, text, place) => {
  const form = await opened(text);
  const first = form.names.indexOf('Image');
  expect([form.names[first + 1], form.names[first + 2]]).toEqual(['Description, lue à qui ne voit pas l’image', place]);
});
