// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { mountType } from '../../tests/helpers/mount-type.ts';
import { mount } from './runtime.ts';
import { type Answer, follow, largest, MOST_STEPS, report, score, slots, solve } from './scoring.ts';
import type { Options } from './type.ts';

/** Two scenes that lead to each other, one ending with a condition, one without. */
const line: Options = {
  seenBy: 'trainer',
  state: { calme: 0 },
  scenes: [
    {
      token: 'a',
      id: 'quai',
      text: 'Sur le quai',
      choices: [
        { token: 'b', text: 'Attendre', to: 'd', feedback: '<p>Le tram arrive.</p>', changes: [['calme', '+', 1]] },
        { token: 'c', text: 'Courir', to: 'h' },
      ],
    },
    {
      token: 'd',
      id: 'porte',
      text: 'Devant la porte',
      choices: [
        { token: 'e', text: 'Monter', to: 'g', needs: [['calme', '>=', 2]] },
        { token: 'f', text: 'Laisser passer', to: 'a' },
      ],
    },
    { token: 'g', id: 'dedans', text: 'Dedans', ending: 'good', choices: [] },
    { token: 'h', text: 'Essoufflé', ending: 'mixed', choices: [] },
  ],
};

describe('the way taken', () => {
  it('is gone again, as far as it still exists', () => {
    expect(follow(line, ['b', 'f', 'b', 'e']).scene?.token).toBe('g');
    expect(follow(line, ['b', 'zz', 'f']).scene?.token).toBe('d');
    // Not offered yet.
    expect(follow(line, ['b', 'e']).steps).toHaveLength(1);
    expect(follow(line, null).scene?.token).toBe('a');
  });

  it('is worth what its ending is', () => {
    expect(score(line, ['c']).ratio).toBe(0.5);
    expect(score(line, ['b']).ratio).toBe(0);
    expect(solve(line)).toEqual(['b', 'f', 'b', 'e']);
    expect(score(line, solve(line)).ratio).toBe(1);
    expect(largest(line)).toHaveLength(MOST_STEPS);
  });

  it('is advised by what its decisions gain, not by being short or first in the text', () => {
    const to = (token: string, target: string, by: number, more: object = {}) => ({
      token,
      text: token,
      to: target,
      changes: [['calme', '+', by]] as const,
      ...more,
    });
    const story = (needs: readonly [string, '>=' | '<=', number]): Options => ({
      ...line,
      state: { calme: 2 },
      scenes: [
        { token: 'a', text: 'Le retard', choices: [to('b', 'm', -1), to('c', 'm', 1), to('d', 'z', 0)] },
        { token: 'm', text: 'Le quai', choices: [to('e', 'n', 0), to('f', 'n', -1), to('g', 'n', 1)] },
        { token: 'n', text: 'Le départ', choices: [{ token: 'h', text: 'h', to: 'y', needs: [needs] }, to('i', 'z', 0)] },
        { token: 'y', text: 'Partis', ending: 'good', choices: [] },
        { token: 'z', text: 'En panne', ending: 'bad', choices: [] },
      ],
    });
    // The best ending needs only 1: a path that loses one is enough.
    expect(solve(story(['calme', '>=', 1]))).toEqual(['c', 'g', 'h']);
    // A value that should be low.
    expect(solve(story(['calme', '<=', 3]))).toEqual(['b', 'f', 'h']);
  });

  it('is advised to the first of endings that are worth the same, and to the best one there is', () => {
    const story = (...endings: readonly ('good' | 'mixed' | 'bad')[]): Options => ({
      ...line,
      state: {},
      scenes: [
        { token: 'a', text: 'Le retard', choices: endings.map((_, at) => ({ token: `c${at}`, text: 'x', to: `e${at}` })) },
        ...endings.map((ending, at) => ({ token: `e${at}`, text: 'Fin', ending, choices: [] })),
      ],
    });
    expect([solve(story('mixed', 'mixed')), solve(story('bad', 'mixed', 'mixed')), solve(story('bad', 'bad'))]).toEqual([
      ['c0'],
      ['c1'],
      ['c0'],
    ]);
    expect(solve(story('bad', 'good', 'good'))).toEqual(['c1']);
    expect(solve({ ...line, scenes: [] })).toEqual([]);
    expect([score(line, null).ratio, report(line, 'b' as unknown as Answer)]).toEqual([0, []]);
  });

  it('is reported as a whole, and as the last decision of each scene', () => {
    const long = { ...line, scenes: line.scenes.map((scene) => ({ ...scene, text: 'é'.repeat(251) })) };
    expect(slots(long)[1]?.text).toBe('é'.repeat(250));
    expect(slots(line).map(({ part, type }) => [part, type])).toEqual([
      [undefined, 'performance'],
      ['a', 'choice'],
      ['d', 'choice'],
    ]);
    expect(report(line, ['b', 'f', 'b', 'e'])).toEqual([
      {
        response: {
          type: 'performance',
          steps: [
            ['1', 'b'],
            ['2', 'f'],
            ['3', 'b'],
            ['4', 'e'],
            ['end', 'dedans'],
          ],
        },
        result: 'neutral',
      },
      { part: 'a', response: { type: 'choice', tokens: ['b'] }, result: 'neutral' },
      { part: 'd', response: { type: 'choice', tokens: ['e'] }, result: 'neutral' },
    ]);
    // A path that a later build shortens, and one that did not visit every scene.
    expect(report(line, ['c']).map(({ response }) => response)).toMatchObject([
      {
        steps: [
          ['1', 'c'],
          ['end', 'h'],
        ],
      },
      { tokens: ['c'] },
      { tokens: [] },
    ]);
    expect(report(line, ['zz']).map(({ response }) => response)).toMatchObject([{ steps: [] }, { tokens: [] }, { tokens: [] }]);
  });
});

describe('a story on the page', () => {
  const titled: Options = { ...line, scenes: line.scenes.map((scene) => ({ ...scene, html: scene.text })) };
  const open = (answer: Answer | null = null, locked = false) => mountType<Options, Answer>('branching', mount, titled, answer, locked);
  const shown = (root: HTMLElement): string[] =>
    [...root.querySelectorAll<HTMLElement>('[data-scene]:not([hidden])')].map(({ dataset }) => dataset.scene ?? '');
  const offered = (root: HTMLElement): string[] =>
    [...root.querySelectorAll<HTMLElement>('[data-scene]:not([hidden]) li:not([hidden]) [data-choice]')].map(
      ({ dataset }) => dataset.choice ?? '',
    );
  const press = (root: HTMLElement, selector: string): void => root.querySelector<HTMLElement>(selector)?.click();
  const choose = (root: HTMLElement, token: string): void => press(root, `[data-choice="${token}"]`);

  it('scrolls to the feedback of the decision, and to the scene where there is none', () => {
    const { root } = open();
    const seen: string[] = [];
    for (const element of root.querySelectorAll<HTMLElement>('*')) element.scrollIntoView = () => void seen.push(element.className);
    choose(root, 'b');
    const announced = seen.at(-1);
    expect(root.querySelector(`.${announced?.split(' ')[0]}`)?.textContent).toMatch(/^Votre décision\s:\sAttendre/);
    press(root, '[data-action="branching-restart"]');
    expect(seen.at(-1)).not.toBe(announced);
  });

  it('prints the scene that is shown, not all of them', () => {
    expect(open().root.querySelectorAll('[data-scene].c-panel')).toHaveLength(0);
  });

  it('shows one scene, offers what may be decided, and gives the focus to the scene that follows', () => {
    const bench = open();
    expect([shown(bench.root), offered(bench.root)]).toEqual([['a'], ['b', 'c']]);
    choose(bench.root, 'b');
    expect([shown(bench.root), offered(bench.root)]).toEqual([['d'], ['f']]);
    expect(document.activeElement?.textContent).toBe('Devant la porte');
    expect([bench.reasons(), bench.announced]).toEqual([['Le tram arrive.'], ['Le tram arrive.']]);
    expect(bench.drafts).toEqual([['b']]);
    choose(bench.root, 'f');
    choose(bench.root, 'b');
    expect(offered(bench.root)).toEqual(['e', 'f']);
  });

  it('goes back, begins again, and reports the path', () => {
    const bench = open(['b', 'f', 'b', 'e']);
    expect(shown(bench.root)).toEqual(['g']);
    expect(bench.root.querySelector('.branching-title[data-mark="right"]')?.textContent?.trim()).toBe(
      'Fin\u00a0: une issue favorable Dedans',
    );
    expect(bench.mounted.text?.().split('\n')).toHaveLength(5);
    const way = [...bench.root.querySelectorAll('.branching-way li')];
    expect(way).toHaveLength(5);
    expect(way.map((one) => one.getAttribute('aria-current'))).toEqual([null, null, null, null, 'step']);
    expect([way[0]?.textContent, way[4]?.textContent].map((text) => text?.replace(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/Sur le quai.*Attendre/),
      expect.stringMatching(/Dedans/),
    ]);
    press(bench.root, '[data-action="branching-back"]');
    expect([shown(bench.root), bench.drafts.at(-1)]).toEqual([['d'], ['b', 'f', 'b']]);
    press(bench.root, '[data-action="branching-restart"]');
    expect([shown(bench.root), bench.drafts.at(-1)]).toEqual([['a'], []]);
    expect(document.activeElement?.textContent).toBe('Sur le quai');
  });

  it('is submitted at an ending only, and may still be changed until its verdict is final', () => {
    const bench = open();
    choose(bench.root, 'c');
    expect([bench.submitted, bench.drafts, bench.announced]).toEqual([[['c']], [], []]);
    const tools = bench.root.querySelector<HTMLElement>('.branching-tools');
    bench.mounted.show({ outcome: 'partly', ratio: 0.5, parts: {}, final: false });
    expect(tools?.hidden).toBe(false);
    bench.mounted.show({ outcome: 'partly', ratio: 0.5, parts: {}, final: true });
    expect([tools?.hidden, bench.root.querySelector<HTMLButtonElement>('[data-choice="b"]')?.disabled]).toEqual([true, true]);
    bench.mounted.show(null);
    expect(tools?.hidden).toBe(false);
  });

  it('names the ending by its worth, and the last decision with its reason', () => {
    const bench = open(['c']);
    const title = bench.root.querySelector<HTMLElement>('[data-scene="h"] .branching-title');
    expect([title?.dataset.mark, title?.querySelector('.branching-end > span')?.textContent]).toEqual([
      'partly',
      'Fin\u00a0: un bilan mitigé',
    ]);
    const said = bench.root.querySelector<HTMLElement>('.branching-said');
    expect([said?.hidden, said?.textContent, bench.reasons()]).toEqual([false, 'Votre décision\u00a0: Courir', []]);
    expect(bench.mounted.text?.()).toBe('Sur le quai\u00a0: Courir\nFin\u00a0: Essoufflé');
    press(bench.root, '[data-action="branching-back"]');
    expect([said?.hidden, bench.root.querySelector<HTMLElement>('.branching-way')?.hidden, bench.mounted.text?.()]).toEqual([
      true,
      true,
      '',
    ]);
  });

  it('takes its choices as buttons, and a click beside the tools changes nothing', () => {
    const { root, drafts } = open(['b']);
    const buttons = [...root.querySelectorAll<HTMLButtonElement>('[data-choice]')];
    expect(buttons.map(({ type, className }) => `${type} ${className}`)).toEqual(Array(4).fill('button branching-choice'));
    press(root, '.branching-tools');
    expect([drafts, shown(root)]).toEqual([[], ['d']]);
  });

  it('takes no decision once it is locked', () => {
    const bench = open(['b'], true);
    choose(bench.root, 'f');
    expect([shown(bench.root), bench.drafts]).toEqual([['d'], []]);
    expect(bench.root.querySelector<HTMLElement>('.branching-tools')?.hidden).toBe(true);
  });

  it('stops offering decisions in a loop', () => {
    const round = Array.from({ length: MOST_STEPS }, (_, index) => (index % 2 ? 'f' : 'b'));
    const bench = open(round);
    expect(offered(bench.root)).toEqual([]);
    expect(bench.root.querySelector<HTMLElement>('.branching-lost')?.hidden).toBe(false);
  });
});
