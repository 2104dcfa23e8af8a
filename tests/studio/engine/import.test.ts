import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Taken, TakeRequest } from '../../../build/studio/engine/exchange-calls.ts';
import { StudioEngine } from '../../../build/studio/engine/studio-engine.ts';
import { OVEN, openOven, YAML } from '../../helpers/oven-course.ts';
import { DiskRequest } from '../../helpers/studio-course.ts';

beforeAll(() => void vi.stubGlobal('XMLHttpRequest', DiskRequest));
afterAll(() => void vi.unstubAllGlobals());

type Files = Exclude<Taken, { readonly errors: readonly string[] }>;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const GIFT = { name: 'mie.gift', bytes: bytes('Le four est chaud. {T}\n\nCombien ? {#250\n') };
const request = (more: Partial<TakeRequest> = {}): TakeRequest => ({ files: [GIFT], beside: [], language: 'fr', ...more });

async function taken(more: Partial<TakeRequest> = {}, engine = openOven().engine): Promise<Files> {
  const found = await engine.take(request(more));
  if ('errors' in found) throw new Error(found.errors.join('\n'));
  return found;
}

describe('into the open course', () => {
  test('questions become a bank alone: the author chooses where they are asked', async () => {
    const { taken: all, files } = await taken();
    expect([...files]).toEqual([
      ['modules/four/banks/mie.md', '---\ntitle: "Mie"\n---\n\n:::true-false{#le-four-est-chaud}\n- [x] Le four est chaud.\n:::\n'],
    ]);
    expect(all).toEqual([
      {
        name: 'mie.gift',
        kind: 'gift',
        found: 2,
        made: 1,
        session: '',
        remarks: [expect.anything()],
        pictures: [],
        paths: ['modules/four/banks/mie.md'],
        report: expect.stringContaining('# Import de mie.gift'),
        reportName: 'IMPORT-mie.md',
      },
    ]);
  });

  test('what could not be made is reported, with its line and text', async () => {
    const { taken: all } = await taken();
    const message = expect.stringMatching(/^Une accolade n’est pas fermée/);
    expect(all[0]?.remarks).toEqual([{ level: 'refused', line: 3, place: 'line', message, text: 'Combien ? {#250', id: '' }]);
    const english = await taken({ language: 'en' });
    expect(english.taken[0]?.remarks[0]?.message).not.toBe(all[0]?.remarks[0]?.message);
    expect(english.taken[0]?.report).toContain('# Import of mie.gift');
  });

  test('as a session they are added to the list of the course', async () => {
    const { taken: all, files } = await taken({ as: 'session' });
    expect([...files.keys()]).toEqual(['modules/four/mie.md', YAML]);
    expect(files.get(YAML)).toBe((OVEN.get(YAML) ?? '').replace('[pain]', '[pain, mie]'));
    expect(all[0]?.session).toBe('mie');
  });

  test('a text becomes a session, with what is beside it', async () => {
    const text = { name: 'mie.md', bytes: bytes('# La mie\n\n![](img/ma%20mie.png?x)\n\n![Un four](four.png)\n') };
    const png = Uint8Array.from(
      atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
      (one) => one.charCodeAt(0),
    );
    const { taken: all, files } = await taken({
      files: [text],
      beside: [
        { name: 'ma mie.png', bytes: png },
        { name: 'four.png', bytes: Uint8Array.of(...png, 0) },
      ],
    });
    const pictures = [...files.keys()].filter((path) => path.startsWith('modules/four/assets/mie/'));
    expect(pictures.length).toBe(2);
    expect(files.get(pictures[0] ?? '')).toEqual(png);
    // Of the two pictures, one has no description yet.
    expect(all[0]?.pictures.length).toBe(1);
    const [{ path, picture, written } = { path: '', picture: '', written: '' }] = all[0]?.pictures ?? [];
    expect(written).toMatch(/^!\[[^\]]+\]\([^()]+\)$/);
    expect([path, pictures.includes(picture), String(files.get(path)).includes(written)]).toEqual(['modules/four/mie.md', true, true]);
  });

  // The first file with a plain name was once taken for every picture.
  test('each picture of a text is the first file of its name', async () => {
    const drawn = (width: number): Uint8Array => bytes(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 9"/>`);
    const text = { name: 'mie.md', bytes: bytes('# La mie\n\n![Deux](img/deux.svg#x)\n\n![Un](un.svg)\n\n![Trois](trois%20pains.svg)\n') };
    const beside = ['un', 'trois pains', 'deux', 'un'].map((name, at) => ({ name: `${name}.svg`, bytes: drawn(at + 1) }));
    const { files } = await taken({ files: [text], beside });
    const session = String(files.get('modules/four/mie.md'));
    const shown = [...session.matchAll(/!\[(\w+)\]\(([^)]+)\)/g)].map(([, alt = '', path = '']) => [
      alt,
      files.get(`modules/four/${path}`),
    ]);
    expect(shown).toEqual([
      ['Deux', drawn(3)],
      ['Un', drawn(1)],
      ['Trois', drawn(2)],
    ]);
  });

  test('ids and files of the course are not used again', async () => {
    const { files } = await taken({
      files: [{ name: 'pain.gift', bytes: bytes('::sel::Du sel ? {T}\n\n::levain:: Du levain ? {T}\n\n::four::Un four ? {T}') }],
    });
    const [[path, text] = ['', '']] = [...files];
    expect(OVEN.has(path)).toBe(false);
    expect([...String(text).matchAll(/\{#([\w-]+)/g)].map(([, id]) => id)).not.toEqual(expect.arrayContaining(['sel']));
    expect([...String(text).matchAll(/\{#([\w-]+)/g)].map(([, id]) => id)).not.toEqual(expect.arrayContaining(['levain']));
    expect([...String(text).matchAll(/\{#([\w-]+)/g)].map(([, id]) => id)).not.toContain('four');
  });

  test('several files come together, and none if one can’t be used', async () => {
    const { files, taken: all } = await taken({ files: [GIFT, { ...GIFT, name: 'farine.gift' }] });
    expect([files.size, all.map(({ name }) => name)]).toEqual([2, ['mie.gift', 'farine.gift']]);
    const failed = await openOven().engine.take(request({ files: [GIFT, { name: 'a.pdf', bytes: bytes('%PDF-1.4') }] }));
    expect(failed).toEqual({ errors: [expect.stringContaining('a.pdf')] });
  });

  test('a course without a list of sessions receives none', async () => {
    const { engine } = openOven();
    const yaml = (OVEN.get(YAML) ?? '').replace('modules: [pain]', 'modules: &all [pain]');
    const { isCurrent } = engine.change(new Map([[YAML, yaml]]));
    const found = await engine.take(request({ as: 'session' }));
    expect([isCurrent, 'errors' in found || String(found.files.get(YAML)).includes('mie')]).toEqual([isCurrent, true]);
  });

  test('a course that could never be read receives nothing, and says so', async () => {
    const { engine } = openOven({ [YAML]: 'id: [' });
    const found = await engine.take(request());
    expect('errors' in found && found.errors.length).toBe(1);
  });
});

describe('into a new course', () => {
  test('questions become a bank and a session that asks them, without an open course', async () => {
    const { files, taken: all } = await taken({ into: { id: 'cours-sel', title: 'Le sel' } }, new StudioEngine());
    expect([...files.keys()]).toEqual(['modules/cours-sel/banks/mie.md', 'modules/cours-sel/mie.md', 'modules/cours-sel/course.yaml']);
    const yaml = String(files.get('modules/cours-sel/course.yaml'));
    expect(yaml).toMatch(/^id: cours-sel\n/);
    expect(yaml).toMatch(/^title: "?Le sel"?$/m);
    expect(yaml).toMatch(/^modules: \[mie\]$/m);
    expect([yaml.includes('yaml-language-server'), all[0]?.session]).toEqual([false, 'mie']);
  });

  test('the open course stays as it is, and the new one has the language of the author', async () => {
    const into = { id: 'cours-sel', title: 'Le sel' };
    const text = { name: 'mie.md', bytes: bytes('# La mie\n\n![](four.svg)\n') };
    const beside = [{ name: 'four.svg', bytes: bytes('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>') }];
    const pictures = async (language: 'fr' | 'en') => {
      const { files, taken: all } = await taken({ files: [text], beside, into, language });
      expect([...files.keys()].filter((path) => !path.startsWith('modules/cours-sel/'))).toEqual([]);
      expect(String(files.get('modules/cours-sel/course.yaml'))).toContain(`lang: ${language}\n`);
      return all[0]?.pictures.map(({ written }) => written.slice(0, written.indexOf('](')));
    };
    const [french, english] = [await pictures('fr'), await pictures('en')];
    expect([french?.length, english?.length, french?.[0] === english?.[0]]).toEqual([1, 1, false]);
  });

  test('as a bank it has a course.yaml all the same', async () => {
    const { files } = await taken({ into: { id: 'cours-sel', title: 'Le sel' }, as: 'bank' }, new StudioEngine());
    expect([...files.keys()]).toEqual(['modules/cours-sel/banks/mie.md', 'modules/cours-sel/course.yaml']);
  });
});
