import { describe, expect, test } from 'vitest';
import type { BuiltPage } from '../../build/model/built.ts';
import type { ValidActivity } from '../../build/model/source.ts';
import { questionScreens } from '../../build/room/questions.ts';
import type { RoomRenderer } from '../../build/room/renderer.ts';
import { strings } from './forms/ask.ts';

let nested: ValidActivity[] = [];
interface Drawn {
  readonly asks: number;
  readonly shares?: readonly (readonly [string, number])[];
}
const scoring = { draw: (_: unknown, options?: Drawn) => options ?? {}, shares: (options?: Drawn) => options?.shares ?? [] };

function renderer(known: Readonly<Record<string, object>> = {}): RoomRenderer {
  return {
    strings: { ...strings, todo: (type: string) => `todo ${type}` },
    sheetStrings: { format: (key: string) => key },
    types: new Map<string, object>([
      ['own', { strings: { fr: { label: 'Le mien' } } }],
      ['quiz', { strings: { fr: { label: 'Quiz' } }, scoring }],
    ]),
    render: () => '',
    takeNested: () => nested.splice(0),
    activity: (id: string) => known[id],
    paper: () => '<p>Papier</p>',
  } as unknown as RoomRenderer;
}
const made = (id: string, more: object = {}): ValidActivity =>
  ({ id, type: 'own', options: {}, competencies: [], at: { file: 'a.md', line: 1, column: 1 }, ...more }) as unknown as ValidActivity;
const page = { title: 'Le quai' } as BuiltPage;
const ask = (activity: ValidActivity, heading = '', known = {}) => questionScreens(activity, { page, index: 3, heading }, renderer(known));

describe('a question', () => {
  test('is asked by its last sentence, below the page and the type', () => {
    const [screen] = ask(made('a', { options: { prompt: '<p>Un soir.</p><p>Quel feu ?</p>' } }));
    expect(screen).toMatchObject({
      kind: 'question',
      page: 3,
      title: 'Quel feu ?',
      kick: 'Le quai · Le mien',
      heading: 'Quel feu ?',
      context: '<p>Un soir.</p>',
      todo: 'todo own',
      body: '<p>Papier</p>',
      reveals: false,
      key: '',
    });
  });

  test('has the author’s title above it, unless that is what it asks', () => {
    const prompt = '<p>Quel feu ?</p>';
    expect(ask(made('a', { heading: 'Le <feu>', options: { prompt } }))[0]).toMatchObject({
      title: 'Le <feu>',
      kick: 'Le quai · Le &lt;feu&gt;',
      heading: 'Quel feu ?',
    });
    expect(ask(made('a', { heading: 'Le feu' }))[0]).toMatchObject({ title: 'Le feu', heading: 'Le feu', kick: 'Le quai · Le mien' });
  });

  test('without a text has the heading above it, the page’s title or the type’s name', () => {
    expect(ask(made('a'), 'Les <em>voies</em>')[0]).toMatchObject({ heading: 'Les <em>voies</em>', title: 'Les voies' });
    expect(ask(made('a'))[0]).toMatchObject({ heading: 'Le quai', kick: 'Le mien' });
    expect(ask(made('a'), 'Les voies', { a: { slots: [{}], options: {}, title: '' } })[0]?.heading).toBe('Le mien');
  });

  test('shows texts for after the answer, with their conditions', () => {
    const [screen] = ask(made('a', { after: '<p>Bien.</p>' }));
    expect([screen?.reveals, screen?.body]).toEqual([
      true,
      expect.stringMatching(/^<p>Papier<\/p><div class="r-why" data-answer>.*<p>Bien\.<\/p>/),
    ]);
    expect(ask(made('a', { cases: [] }))[0]?.reveals).toBe(true);
    const cases = ['right', 'wrong'].map((outcome) => ({ when: [outcome], after: `<p>${outcome} !</p>` }));
    const [both] = ask(made('a', { cases, after: '<p>Bien.</p>' }));
    expect(both?.body.match(/<p>.*?<\/p>/g)).toEqual([
      '<p>Papier</p>',
      '<p><b>guide.when</b></p>',
      '<p>right !</p>',
      '<p><b>guide.when</b></p>',
      '<p>wrong !</p>',
      '<p>Bien.</p>',
    ]);
  });

  test('reveals the answers that its form has', () => {
    const choices = [
      { token: 'a', html: 'Vert', text: 'Vert', right: true },
      { token: 'b', html: 'Rouge', text: 'Rouge', right: false },
    ];
    expect(ask(made('a', { options: { prompt: '<p>Quel feu ?</p>', choices } }))[0]?.reveals).toBe(true);
  });

  test('has its key, and the feedback of its parts with headings below its own', () => {
    const options = {
      items: [{ token: 'i', text: 'Rame', html: 'Rame', feedback: '<h4>Le rail</h4>' }],
      groups: [{ token: 'g', title: 'Voie' }],
    };
    const right = [{ type: 'matching', pairs: [['i', 'g']] }];
    const known = { a: { id: 'a', type: 'own', title: 'A', options, slots: [{ type: 'matching', right, text: '' }] } };
    const [screen] = ask(made('a', { options }), '', known);
    expect([screen?.key, screen?.keep, screen?.reveals]).toEqual(['Rame → Voie', '<ul class="r-bank"><li>Voie</li></ul>', true]);
    expect(screen?.body).toContain('<p><b>Rame</b></p><h2>Le rail</h2>');
  });

  test('is followed by the questions inside it', () => {
    nested = [made('b', { heading: 'Dedans' })];
    expect(ask(made('a', { heading: 'Dehors' })).map(({ title }) => title)).toEqual(['Dehors', 'Dedans']);
  });
});

test('an option that is no list has no form', () => {
  expect(ask(made('a', { options: { steps: 3, pairs: 'x' } }))[0]?.body).toBe('<p>Papier</p>');
});

test('a quiz inside an activity has its questions behind it', () => {
  const inner = made('b', { options: { prompt: '<p>Dedans ?</p>' } });
  nested = [made('q', { type: 'quiz', options: { questions: [{ kind: 'activity', activity: inner }] } })];
  expect(ask(made('a', { heading: 'Dehors' })).map(({ title, kick }) => [title, kick])).toEqual([
    ['Dehors', 'Le quai · Le mien'],
    ['Dedans ?', 'Le quai · question 1 1'],
  ]);
});

describe('a quiz', () => {
  const question = (id: string): object => ({ kind: 'activity', activity: made(id, { options: { prompt: `<p>${id} ?</p>` } }) });
  const quiz = (more: object = {}, prompt = '<p>On joue.</p>'): ValidActivity =>
    made('q', { type: 'quiz', options: { prompt, questions: [question('a'), { kind: 'prose' }, question('b'), question('c')] }, ...more });

  test('has an introduction, and numbers its questions', () => {
    const screens = ask(quiz());
    expect(screens[0]).toMatchObject({
      kind: 'text',
      page: 3,
      title: 'Quiz',
      kick: 'Le quai',
      heading: 'Quiz',
      body: '<p>On joue.</p><p>do.choice</p>',
      reveals: false,
    });
    expect(screens.slice(1).map(({ heading, kick }) => [heading, kick])).toEqual([
      ['a ?', 'Le quai · question 1 3'],
      ['b ?', 'Le quai · question 2 3'],
      ['c ?', 'Le quai · question 3 3'],
    ]);
  });

  test('has the author’s title, and none without a text', () => {
    expect(ask(quiz({ heading: 'Le <bilan>' }))[0]).toMatchObject({ title: 'Le <bilan>', heading: 'Le &lt;bilan&gt;' });
    expect(ask(quiz({}, '')).map(({ kind }) => kind)).toEqual(['question', 'question', 'question']);
  });

  test('that draws by competency asks as many of each', () => {
    const braking = { kind: 'activity', activity: made('d', { competencies: ['freiner'], options: { prompt: '<p>d ?</p>' } }) };
    const questions = [question('a'), question('b'), braking, question('c')];
    const drawn = { q: { options: { asks: 2, shares: [['freiner', 1]] } } };
    expect(ask(quiz({ options: { prompt: '', questions } }), '', drawn).map(({ heading }) => heading)).toEqual(['d ?']);
  });

  test('of a type that draws nothing asks all its questions', () => {
    const screens = ask(quiz({ type: 'own' }));
    expect(screens.map(({ title, kind }) => [kind, title])).toEqual([
      ['text', 'Le mien'],
      ['question', 'a ?'],
      ['question', 'b ?'],
      ['question', 'c ?'],
    ]);
  });

  test('that draws asks as many, in the order of the text, and says how many there are', () => {
    const screens = ask(quiz(), '', { q: { options: { asks: 2 } } });
    expect(screens[0]?.body).toBe('<p>On joue.</p><p>round 2 3</p>');
    const asked = screens.slice(1).map(({ heading }) => heading);
    expect(asked).toHaveLength(2);
    expect(asked).toEqual([...asked].sort());
    expect(screens.at(-1)?.kick).toBe('Le quai · question 2 2');
  });
});
