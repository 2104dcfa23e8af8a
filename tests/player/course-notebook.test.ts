// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { Launch } from '../../src/lms/driver.ts';
import type { Shared } from '../../src/model/course/course.ts';
import { sealOf } from '../../src/model/state/seal.ts';
import { type LearnerState, newState } from '../../src/model/state/state.ts';
import { openCourseNotebook } from '../../src/player/course-notebook.ts';
import { openSharedWords } from '../../src/player/shared-words.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';
import { bakery } from '../helpers/bakery.ts';
import { memoryStorage } from '../helpers/memory-storage.ts';
import { openStage, words } from './stage.ts';

const night: Shared = { named: ['recette', 'levain'], elsewhere: [] };
const morning: Shared = {
  named: [],
  elsewhere: [{ id: 'recette', type: 'note', title: 'La recette ?', options: {}, module: 'La nuit', by: ['visite'] }],
};

interface Setting {
  readonly shared?: Shared;
  readonly launch?: Partial<Launch>;
  readonly storage?: () => Storage;
  readonly elsewhere?: boolean;
}

let store: Storage;

beforeEach(() => {
  store = memoryStorage();
  useStrings(words);
});

const worldOf = ({ shared = morning, launch = {}, storage = () => store, elsewhere = false }: Setting = {}) => ({
  content: bakery({ shared }),
  launch: { mode: 'normal' as const, alone: false, state: '', learner: { id: 'l-7', name: 'Moreau, Ines' }, interactions: -1, ...launch },
  elsewhere,
  storage,
});
const open = (setting: Setting = {}) => openCourseNotebook(worldOf(setting));
const state = (activities: LearnerState['activities']): LearnerState => ({ ...newState('abcd'), activities });
const written = state({ 2: { answer: 'Vieux', draft: 'Far breton', tries: 1 }, 4: { answer: 'pour moi', tries: 1 } });
const forbidden = (): Storage => {
  throw new DOMException('no storage here', 'SecurityError');
};

describe('the course notebook', () => {
  it('gives another module the latest answers to the activities it refers to, and nothing else', () => {
    open({ shared: night }).keep(written);
    expect(open().recall('recette')).toEqual({ title: 'La recette ?', options: {}, answer: 'Far breton' });
    expect(JSON.stringify([store.key(0), store.getItem(store.key(0) ?? '')])).not.toMatch(/pour moi|l-7/);
  });

  it('has an answer that was emptied or is a zero or a no; without one the earlier stays', () => {
    const recalled = (own: LearnerState['activities'][number]): unknown => {
      open({ shared: night }).keep(state({ 2: own }));
      return open().recall('recette')?.answer;
    };
    const given = [
      { answer: 'Vieux', draft: '', tries: 1 },
      { answer: 'Vieux', tries: 1 },
      { answer: null, tries: 1 },
    ];
    expect(given.map(recalled)).toEqual(['', 'Vieux', 'Vieux']);
    expect([0, false].map((answer) => recalled({ answer, tries: 1 }))).toEqual([0, false]);
  });

  it('stands under the name of its course, the lock and the learner; a course of version 0.1 has no name of a lock', () => {
    const world = worldOf({ shared: night });
    openCourseNotebook(world).keep(written);
    openCourseNotebook({ ...world, content: { ...world.content, old: true } as never }).keep(written);
    const keys = Array.from({ length: store.length }, (_, index) => store.key(index));
    expect(keys).toEqual([`cartable-notebook:boulangerie:tests:${sealOf('l-7')}`, `cartable-notebook:boulangerie:${sealOf('l-7')}`]);
    const [about] = [words['shared.about']?.replace('{course}', 'La boulangerie')];
    expect(store.getItem(keys[0] ?? '')).toContain(about);
  });

  it('is written only if something in it has changed', () => {
    const writes: string[] = [];
    const setItem = (key: string, text: string): void => {
      writes.push(key);
      store.setItem(key, text);
    };
    const storage = () => ({ ...store, setItem });
    const notebook = open({ shared: night, storage });
    notebook.keep(state({}));
    for (let times = 0; times < 2; times++) notebook.keep(written);
    expect(writes).toHaveLength(1);
    notebook.keep(state({ 2: { answer: 'Kouign-amann', tries: 1 } }));
    expect(writes).toHaveLength(2);
  });

  it('prefers what was opened from a file to what this browser keeps, and the own answers to both in the next file', () => {
    open({ shared: night }).keep(written);
    const later = open({ shared: night, storage: forbidden }).file(state({ 2: { answer: 'Kouign-amann', tries: 1 } }));
    const second = open({ elsewhere: true });
    second.open(later);
    expect(second.recall('recette')?.answer).toBe('Kouign-amann');
    const notebook = open();
    notebook.open(later);
    expect(notebook.recall('recette')?.answer).toBe('Kouign-amann');
    expect(JSON.parse(open({ shared: night }).file(written)).answers.recette.answer).toBe('Far breton');
    expect([notebook.recall('levain'), notebook.missing('rien'), open().missing('visite')]).toEqual([undefined, [], []]);
  });

  it('adds what it notes to what is there, and what is opened to what was opened before; the last file counts', () => {
    open({ shared: night }).keep(written);
    open({ shared: night }).keep(state({ 0: { answer: ['a'], tries: 1 } }));
    const [recipe, sourdough] = ['recette', 'levain'].map((id) => ({ ...morning.elsewhere[0], id })) as unknown as Shared['elsewhere'];
    const both = { named: [], elsewhere: [recipe, sourdough] } as unknown as Shared;
    const kept = open({ shared: both });
    expect(['recette', 'levain'].map((id) => kept.recall(id)?.answer)).toEqual(['Far breton', ['a']]);
    const fileOf = (activities: LearnerState['activities']): string => open({ shared: night, storage: forbidden }).file(state(activities));
    const notebook = open({ shared: both });
    notebook.open(fileOf({ 2: { answer: 'Un', tries: 1 } }));
    notebook.open(fileOf({ 0: { answer: ['b'], tries: 1 } }));
    expect(['recette', 'levain'].map((id) => notebook.recall(id)?.answer)).toEqual(['Un', ['b']]);
    notebook.open(fileOf({ 2: { answer: 'Deux', tries: 1 } }));
    expect(notebook.recall('recette')?.answer).toBe('Deux');
    store.clear();
    open({ shared: night }).keep(written);
    expect(JSON.parse(notebook.file(state({}))).answers).toMatchObject({ recette: { answer: 'Deux' }, levain: { answer: ['b'] } });
  });

  it('notes an answer under the title of its question, where it has one of its own', () => {
    const world = worldOf({ shared: night });
    const activities = world.content.activities.map((each) => (each.id === 'recette' ? { ...each, heading: 'Votre recette' } : each));
    const file = openCourseNotebook({ ...world, content: { ...world.content, activities } }).file(written);
    expect(JSON.parse(file).answers.recette).toEqual({ title: 'Votre recette', answer: 'Far breton' });
  });

  it('keeps earlier notes if a new attempt begins, or if the LMS had no room for a text', () => {
    open({ shared: night }).keep(written);
    open({ shared: night }).keep(state({ 2: { answer: null, tries: 1 } }));
    open({ shared: night }).keep(state({}));
    expect(open().recall('recette')?.answer).toBe('Far breton');
  });

  it('shows a learner nothing of another one, and shows nothing if the LMS doesn’t identify the learner', () => {
    open({ shared: night }).keep(written);
    expect(open({ launch: { learner: { id: 'l-8', name: '' } } }).recall('recette')).toBeUndefined();
    const nameless = { launch: { learner: { id: '', name: '' } } };
    open({ shared: night, ...nameless }).keep(written);
    expect([open(nameless).recall('recette'), open(nameless).mayKeep(), store.length]).toEqual([undefined, false, 1]);
  });

  it('shows nothing of a module that was opened alone where an LMS does not identify the learner', () => {
    open({ shared: night, launch: { alone: true, learner: { id: '', name: '' } } }).keep(written);
    expect(open({ launch: { learner: { id: '', name: '' } } }).recall('recette')).toBeUndefined();
  });

  it('shows no answer that the module does not refer to', () => {
    open({ shared: night }).keep(state({ 0: { answer: ['a'], tries: 1 }, 2: { answer: 'Far', tries: 1 } }));
    expect([open().recall('levain'), open().recall('recette')?.answer]).toEqual([undefined, 'Far']);
  });

  it.each<[string, Setting]>([
    ['review', { launch: { mode: 'review' } }],
    ['browse', { launch: { mode: 'browse' } }],
    ['a second tab', { elsewhere: true }],
    ['a session that the LMS refused', { launch: { alone: true, refused: true } }],
  ])('writes nothing in %s', (_, setting) => {
    open({ shared: night, ...setting }).keep(written);
    const notebook = open(setting);
    notebook.open(open({ shared: night }).file(written));
    expect(store.length).toBe(0);
  });

  it('stays with the page where a module is opened alone', () => {
    const alone = { launch: { alone: true, learner: { id: '', name: '' } } };
    open({ shared: night, ...alone }).keep(written);
    expect(open(alone).recall('recette')?.answer).toBe('Far breton');
  });

  it('travels as a file where nothing may be kept, and is kept where something may', () => {
    const first = open({ shared: night, storage: forbidden });
    const second = open({ storage: forbidden });
    expect([second.mayKeep(), second.recall('recette'), second.missing('visite').length]).toEqual([false, undefined, 1]);
    expect(second.open(first.file(written))).toBeUndefined();
    expect([second.recall('recette')?.answer, second.missing('visite')]).toEqual(['Far breton', []]);
    expect(open().open(second.file(state({})))).toBeUndefined();
    expect(open().recall('recette')?.answer).toBe('Far breton');
  });

  it('takes nothing of its own module from a file', () => {
    const now = open({ shared: night });
    now.open(open({ shared: night, storage: forbidden }).file(written));
    expect([now.file(state({})), store.length]).toEqual(['', 0]);
  });

  it('accepts any data in storage', () => {
    open({ shared: night }).keep(written);
    for (const text of ['{', '{"format":"cartable-notebook"}', 'null']) {
      store.setItem(store.key(0) ?? '', text);
      expect(open().recall('recette')).toBeUndefined();
    }
    open({ shared: night }).keep(written);
    expect(open().recall('recette')?.answer).toBe('Far breton');
  });
});

describe('on the page', () => {
  const one = (selector: string): HTMLElement => document.querySelector(selector) as HTMLElement;
  const paste = (text: string): string => {
    const area = one('.c-shared textarea') as HTMLTextAreaElement;
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
    return one('.c-shared-said')?.textContent ?? '';
  };
  const fileOf = (setting: Setting = {}): string => open({ shared: night, storage: forbidden, ...setting }).file(written);

  it('an activity shows what is missing and why, until a notebook is opened', () => {
    openStage({ content: bakery({ shared: morning }), shared: () => openSharedWords(worldOf()) });
    expect(one('#a-visite .c-shared p').textContent).toContain('une autre séance (La nuit)\u00a0: rouvrez-la');
    expect(one('#a-levain .c-shared')).toBeNull();
    expect(paste('<img src=x onerror=alert(1)>')).toContain('Ce n’est pas un carnet');
    expect(paste(fileOf({ launch: { learner: { id: 'l-8', name: '' } } }))).toContain('sous un autre compte');
    expect(paste(fileOf().replace('"recette"', '"gestes"'))).toContain('ne contient pas tout');
    paste(fileOf());
    expect([one('#a-visite .c-shared'), document.activeElement?.id]).toEqual([null, 'a-visite']);
  });

  it('explains that the file is needed if the browser keeps nothing', () => {
    openStage({ content: bakery({ shared: morning }), shared: () => openSharedWords(worldOf({ storage: forbidden })) });
    expect(one('#a-visite .c-shared p').textContent).toContain('ne garde rien');
  });

  it('the notebook’s view gives the file and its text, and neither once all is erased', () => {
    open({ shared: night }).keep(written);
    const stage = openStage({
      content: bakery({ shared: morning }),
      storage: () => store,
      shared: (storage) => openSharedWords(worldOf({ storage })),
    });
    expect(one('#a-visite .c-shared')).toBeNull();
    stage.press('notebook');
    expect((one('#c-notebook .c-shared textarea') as HTMLTextAreaElement).value).toContain('Far breton');
    stage.press('forget');
    stage.press('erase');
    expect([store.length, one('#c-notebook .c-shared')]).toEqual([0, null]);
  });

  it('offers nothing if no module of the course refers to another', () => {
    const stage = openStage();
    stage.press('notebook');
    expect(one('.c-shared')).toBeNull();
  });
});
