// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import { type Answer, keyOf, largest, lineOf, report, score, slots, solve } from './scoring.ts';
import { type Options, definition as schema } from './type.ts';

const yeast: Options = {
  answer: ['levain', 'le levain'],
  choices: [{ token: 'a', text: 'levure', right: false, feedback: '<p>Presque : la levure vient du commerce.</p>' }],
};

const textOf = (attributes: string, list: string) =>
  readActivity('short-text', schema, `:::short-text{#q ${attributes}}\nQuoi ?\n\n${list}\n:::`);

describe('what an author writes', () => {
  it('parts the answers at a bar between spaces', () => {
    expect(textOf('answer="levain / le levain / et/ou"', '').options.answer).toEqual(['levain', 'le levain', 'et/ou']);
  });

  it.each([
    ['no answer', textOf('', ''), 'missing-attribute:1'],
    ['a mistake that is accepted', textOf('answer="Dépôt / gare"', '- [ ] depot.'), 'mistake-is-right:4'],
    ['a mistake below an accepted line', textOf('', '- [x] dép*\n- [ ] dépôt'), 'mistake-is-right:5'],
    ['a line below one that takes all it takes', textOf('', '- [x] levain\n- [ ] *\n- [x] levure {weight=50}'), 'line-never-reached:6'],
    ['a line that the attribute takes', textOf('answer=levain', '- [x] Levain.'), 'line-never-reached:4'],
    ['no answer that is worth everything', textOf('', '- [x] levain {weight=50}\n- [x] *'), 'no-full-answer:1'],
    ['a weight in the wrong box', textOf('answer=levain', '- [ ] levure {weight=50}'), 'weight-of-other-box:4'],
    ['a weight of nothing', textOf('answer=levain', '- [x] levure {weight=0}'), 'weight-of-other-box:4'],
    ['a weight that is none', textOf('answer=levain', '- [x] levure {weight=-20}'), 'bad-weight:4'],
    ['a variable in a line', textOf('answer=levain', '- [x] {{pain}}'), 'answer-in-variable:4'],
    ['a variable in the answer', textOf('answer="{{pain}}"', ''), 'answer-in-variable:1'],
    ['an unknown word for accents', textOf('answer=pain accents=oui', ''), 'bad-attribute:1'],
  ])('reports %s', (_, { found }, code) => expect(found).toEqual([code]));

  it('lets a mistake name a variable', () => {
    expect(textOf('answer=levain', '- [ ] {{pain}}').found).toEqual([]);
  });

  it('lets a mistake differ by its accents where they are strict', () => {
    expect(textOf('answer=dépôt accents=strict', '- [ ] depot').found).toEqual([]);
  });
});

describe('scoring a short text', () => {
  it('forgives case and accents, and accents no more where they are strict', () => {
    expect(score(yeast, ' Le  LEVAIN. ').ratio).toBe(1);
    expect(score({ answer: ['dépôt'], choices: [] }, 'depot').ratio).toBe(1);
    expect(score({ answer: ['dépôt'], accents: 'strict', choices: [] }, 'depot').ratio).toBe(0);
    expect(score(yeast, ['levain'] as unknown as Answer).ratio).toBe(0);
  });

  it('knows a foreseen mistake, and takes none for a right answer', () => {
    expect(lineOf(yeast, 'Levure.')?.token).toBe('a');
    expect(lineOf(yeast, 'levain')).toBeUndefined();
    expect(lineOf(yeast, 'farine')).toBeUndefined();
  });

  it('knows a mistake by any accents, and a right line by its own where they are strict', () => {
    const choices = [
      { token: 'a', text: 'dépôts', right: true, weight: 50 },
      { token: 'b', text: 'depot', right: false },
    ];
    const strict: Options = { answer: ['dépôt'], accents: 'strict', choices };
    expect(['dépot', 'depots', 'dépôts'].map((typed) => lineOf(strict, typed)?.token)).toEqual(['b', undefined, 'a']);
  });

  it('reports what was typed, without the spaces around it', () => {
    expect(slots(yeast)).toEqual([
      {
        type: 'fill-in',
        right: [
          { type: 'fill-in', text: 'levain' },
          { type: 'fill-in', text: 'le levain' },
        ],
        text: '',
      },
    ]);
    expect(report(yeast, ['levain'] as unknown as Answer)).toEqual([]);
    expect(report(yeast, 'levure')).toEqual([{ response: { type: 'fill-in', text: 'levure' }, result: 'incorrect' }]);
    expect(report(yeast, ' Levain ')).toEqual([{ response: { type: 'fill-in', text: 'Levain' }, result: 'correct' }]);
    expect(report(yeast, '  ')).toEqual([]);
  });
});

describe('accepted lines', () => {
  const LINES = '- [x] le pain\n> Oui.\n- [x] *pain* {weight=80}\n> Presque.\n- [x] 2 \\* 3 {weight=25}\n- [ ] levure\n- [ ] *\n> Non.';
  const options = textOf('', LINES).options as unknown as Options;

  it('keep their stars, their weights and their feedback', () => {
    expect(textOf('', LINES).found).toEqual([]);
    expect(options.choices.map(({ text, right, weight }) => [text, right, weight])).toEqual([
      ['le pain', true, undefined],
      ['*pain*', true, 80],
      ['2 \\* 3', true, 25],
      ['levure', false, undefined],
      ['*', false, undefined],
    ]);
    expect(options.answer).toBeUndefined();
  });

  it('are worth what their author says: the first that fits counts', () => {
    const ratios = ['Le pain.', 'du pain bis', '2 * 3', '2 x 3', 'levure', ''].map((typed) => score(options, typed).ratio);
    expect(ratios).toEqual([1, 0.8, 0.25, 0, 0, 0]);
    expect(['levure', 'farine'].map((typed) => lineOf(options, typed)?.text)).toEqual(['levure', '*']);
    expect(report(options, 'du pain')[0]?.result).toBe('incorrect');
    expect(slots(options)[0]?.right).toEqual([{ type: 'fill-in', text: 'le pain' }]);
  });

  it('have a solution, stars or not, and none of them is shown as a star', () => {
    const starred = textOf('', '- [ ] pain\n- [x] pain*').options as unknown as Options;
    expect([score(starred, solve(starred)).ratio, keyOf(starred)]).toEqual([1, 'pain…']);
    expect(slots(starred)[0]?.right).toEqual([{ type: 'fill-in', text: 'pain*' }]);
    // Words that a mistake takes before are no solution.
    const between = textOf('', '- [ ] pain\n- [ ] xpain\n- [ ] painx\n- [x] *pain*').options as unknown as Options;
    expect(score(between, solve(between)).ratio).toBe(1);
    expect([solve({ answer: ['pain*'], choices: [] }), solve({ answer: ['*', 'pain'], choices: [] })]).toEqual(['pain', 'x']);
    expect([solve({ choices: [] }), keyOf({ choices: [] })]).toEqual(['', '']);
  });

  it('explain what is partly right, without the mark of a mistake', () => {
    const bench = mountType<Options, Answer>('short-text', mount, options, 'du pain');
    bench.mounted.show(verdictOf(score(options, 'du pain'), true));
    expect([bench.marks(), bench.reasons()]).toEqual([[], ['Presque.']]);
    expect(bench.root.textContent).toContain('Réponse attendue\u00a0: le pain');
    bench.type(bench.root.querySelector('input') as HTMLInputElement, 'le pain');
    bench.mounted.show(verdictOf(score(options, 'le pain'), true));
    expect([bench.marks(), bench.reasons()]).toEqual([['Juste'], ['Oui.']]);
    expect(bench.root.textContent).not.toContain('Réponse attendue');
  });
});

describe('a short text on the page', () => {
  const input = (root: HTMLElement): HTMLInputElement => root.querySelector('input') as HTMLInputElement;

  it('asks for words and drafts them', () => {
    const bench = mountType<Options, Answer>('short-text', mount, yeast);
    bench.type(input(bench.root), ' ');
    expect(bench.mounted.read?.()).toEqual({ missing: 'Écrivez d’abord votre réponse.', at: input(bench.root) });
    bench.type(input(bench.root), ' levure');
    expect(bench.drafts).toEqual([' ', ' levure']);
    expect(bench.mounted.read?.()).toBe(' levure');
  });

  it('explains an expected mistake, and shows the answer only at the end', () => {
    const bench = mountType<Options, Answer>('short-text', mount, yeast, 'levure');
    bench.mounted.show(verdictOf(score(yeast, 'levure'), false));
    expect(bench.marks()).toEqual(['À revoir']);
    expect(bench.reasons()).toEqual(['Presque : la levure vient du commerce.']);
    expect(bench.root.textContent).not.toContain('levain');
    expect(input(bench.root).readOnly).toBe(false);
    bench.mounted.show(verdictOf(score(yeast, 'levure'), true));
    expect(bench.root.textContent).toContain('Réponse attendue\u00a0: levain');
    expect(input(bench.root).readOnly).toBe(true);
    bench.mounted.show(null);
    expect(bench.root.textContent?.trim()).toBe('');
  });

  it('says that its field is full', () => {
    const bench = mountType<Options, Answer>('short-text', mount, yeast);
    expect(input(bench.root).maxLength).toBe(60);
    bench.type(input(bench.root), 'x'.repeat(59));
    expect([bench.announced, bench.root.textContent?.trim()]).toEqual([[], '']);
    bench.type(input(bench.root), 'x'.repeat(60));
    expect(bench.announced).toEqual(['60 caractères au plus\u00a0: la suite de votre texte n’est pas prise en compte.']);
    expect(bench.root.textContent).toContain('60 caractères au plus');
    bench.type(input(bench.root), 'x');
    expect(bench.root.textContent?.trim()).toBe('');
    expect([largest(yeast), largest(yeast).length]).toEqual([largest({ ...yeast, choices: [] }), 60]);
    expect(largest(yeast)).not.toBe(largest({ ...yeast, answer: ['levain'] }));
  });

  it('is wide enough for the longest right answer, and starts empty where another type had its id', () => {
    const line = (length: number, right: boolean) => ({ token: 'a', text: 'x'.repeat(length), right });
    const choices = [line(31, true), line(40, false)];
    const { root } = mountType<Options, Answer>('short-text', mount, { choices }, ['levain'] as unknown as Answer);
    expect([input(root).maxLength, input(root).value]).toEqual([62, '']);
  });
});

describe('the text of an author', () => {
  const read = (body: string, attributes = 'answer=levain') =>
    readActivity('short-text', schema, `:::short-text{#q ${attributes}}\nQuoi ?\n${body}\n:::`);

  it.each<[string, ReturnType<typeof read>, readonly string[]]>([
    ['one answer', read(''), []],
    ['answers parted by a semicolon', read('', 'answer="levain ; levure"'), ['one-long-answer:1']],
    ['two answers', read('', 'answer="levain / levure"'), []],
  ])('%s', (_, { found }, codes) => expect(found).toEqual(codes));

  it('is solved by its solution', () => {
    const options = read('').options as unknown as Options;
    expect(score(options, solve(options)).ratio).toBe(1);
  });
});

it('stays closed in a visit that can change nothing, even after a wrong answer with tries left', () => {
  const { root, mounted } = mountType<Options, Answer>('short-text', mount, yeast, 'levure', true);
  const field = root.querySelector('input') as HTMLInputElement;
  expect(field.readOnly).toBe(true);
  mounted.show(verdictOf(score(yeast, 'levure'), false));
  expect(field.readOnly).toBe(true);
});
