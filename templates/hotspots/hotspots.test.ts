// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import { type Answer, largest, report, score, slots, solve } from './scoring.ts';
import { type Options, definition as schema } from './type.ts';

const PICTURE = '![Le fournil](four.png)\n\n';
const reading = (body: string) => readActivity('hotspots', schema, `:::hotspots{#four}\n${body}\n:::`);

describe('reading places on a picture', () => {
  it('reads places to open, in percent, with what they hold', () => {
    const { options, found } = reading(`${PICTURE}## 32 45 | Le four\nIl chauffe.\n\n## 12,5 100 | Le pétrin\nIl tourne.`);
    expect(found).toEqual([]);
    expect(options).toMatchObject({
      asks: false,
      cards: [
        { x: 32, y: 45, title: 'Le four', right: false },
        { x: 12.5, y: 100 },
      ],
    });
    expect(options.html).toContain('alt="Le fournil"');
    expect(options.prompt).toBe('');
  });

  it('makes a question of places once one is right, their texts are then feedback', () => {
    const { options, activity } = reading(`${PICTURE}## 32 45 | Le four {right}\nOui.\n\n## 12 5 | Le pétrin`);
    expect(options).toMatchObject({ asks: true, cards: [{ right: true, feedback: '<p>Oui.</p>' }, { right: false }] });
    expect(activity?.points).toBe(1);
  });

  it.each([
    ['## 32 45 | Le four\nIl chauffe.', ['no-picture:1']],
    [`${PICTURE}Rien.`, ['no-spot:1']],
    [`${PICTURE}## 32 145 | Le four\nIl chauffe.`, ['point-outside:4']],
    [`${PICTURE}## Le four\nIl chauffe.`, ['point-outside:4', 'spot-without-name:4']],
    [`${PICTURE}## 32 45 | Le four`, ['empty-spot:4']],
    [`${PICTURE}## 32 45 | Le four {juste}\nIl chauffe.`, ['unknown-attribute:4']],
    [`${PICTURE}## 32 45 | Le four {right}`, ['too-few-points:1']],
  ])('reports what is wrong in %j', (body, codes) => expect(reading(body).found).toEqual(codes));
});

const place = (token: string, right: boolean) => ({ token, x: 10, y: 20, right, title: token, text: token, feedback: `<p>${token} !</p>` });
const question: Options = { asks: true, cards: [place('a', true), place('b', false), place('c', true)] };
const places: Options = { asks: false, cards: [place('a', false), place('b', false)] };

describe('places that are a question', () => {
  it('is one interaction, with partial credit', () => {
    expect(slots(question)).toEqual([{ type: 'choice', right: [{ type: 'choice', tokens: ['a', 'c'] }], text: '' }]);
    expect(score(question, ['a']).ratio).toBe(0.5);
    expect(score(question, ['a', 'b']).ratio).toBe(0);
    expect(score(question, null)).toEqual({ ratio: 0, parts: { a: 'missed', c: 'missed' } });
    expect(report(question, ['c', 'a', 'z'])).toEqual([{ response: { type: 'choice', tokens: ['a', 'c'] }, result: 'correct' }]);
    expect(report(question, ['b'])).toEqual([{ response: { type: 'choice', tokens: ['b'] }, result: 'incorrect' }]);
    expect(report(question, ['a'])).toEqual([{ response: { type: 'choice', tokens: ['a'] }, result: 'incorrect' }]);
    expect(report(question, [])).toEqual([]);
    expect([score(question, {} as unknown as Answer).ratio, report(question, {} as unknown as Answer)]).toEqual([0, []]);
  });

  it('can’t be changed while it is locked', () => {
    const { root, mounted } = mountType<Options, Answer>('hotspots', mount, question, ['b'], true);
    const off = (): boolean[] => [...root.querySelectorAll('input')].map(({ disabled }) => disabled);
    const before = off();
    mounted.show(null);
    expect([before, off()]).toEqual(Array(2).fill([true, true, true]));
  });

  it('is chosen by its whole token, in a question and in a list', () => {
    const cards = [place('ab', true), place('a', true)];
    const asked = mountType<Options, Answer>('hotspots', mount, { asks: true, cards });
    asked.root.querySelectorAll<HTMLElement>('.c-point')[1]?.click();
    expect(asked.drafts).toEqual([['a']]);
    const opened = mountType<Options, Answer>('hotspots', mount, { asks: false, cards });
    opened.root.querySelectorAll<HTMLElement>('.c-point')[1]?.click();
    expect([...opened.root.querySelectorAll('details')].map(({ open }) => open)).toEqual([false, true]);
  });

  it('shows what was chosen before, and shows when nothing is chosen', () => {
    const bench = mountType<Options, Answer>('hotspots', mount, question, ['b']);
    const points = [...bench.root.querySelectorAll<HTMLButtonElement>('.c-point')];
    expect(points.map((point) => point.hasAttribute('data-on'))).toEqual([false, true, false]);
    expect(bench.mounted.read?.()).toEqual(['b']);
    points[1]?.click();
    expect(bench.missing()).toBe('Choisissez d’abord un endroit.');
  });

  it('can be chosen on the picture or in the list, and both show it', () => {
    const bench = mountType<Options, Answer>('hotspots', mount, question);
    const points = [...bench.root.querySelectorAll<HTMLButtonElement>('.c-point')];
    expect(points.map((point) => [point.textContent, point.tabIndex, point.style.left])).toEqual([
      ['1', -1, '10%'],
      ['2', -1, '10%'],
      ['3', -1, '10%'],
    ]);
    points[2]?.click();
    bench.root.querySelector('input')?.click();
    expect(bench.drafts.at(-1)).toEqual(['a', 'c']);
    expect(points.map((point) => point.hasAttribute('data-on'))).toEqual([true, false, true]);
    bench.mounted.show(verdictOf(score(question, ['a', 'c']), true));
    expect(points.map((point) => point.dataset.mark)).toEqual(['right', undefined, 'right']);
    expect(bench.reasons()).toEqual(['a !', 'c !']);
  });
});

it('places that are none only complete the activity', () => {
  expect(slots(places)).toEqual([]);
  expect([score(places, ['a']), score(places, null)]).toEqual([
    { ratio: 1, parts: {} },
    { ratio: 0, parts: {} },
  ]);
  expect(score(places, []).ratio).toBe(1);
  expect(score(places, {} as unknown as Answer).ratio).toBe(0);
  expect(report(places, ['a'])).toEqual([]);
});

it('places to open are ticked as they are opened, from the list or the picture', () => {
  const bench = mountType<Options, Answer>('hotspots', mount, places);
  const [first, second] = bench.root.querySelectorAll<HTMLDetailsElement>('details');
  first?.querySelector('summary')?.click();
  expect(bench.drafts).toEqual([['a']]);
  const points = [...bench.root.querySelectorAll<HTMLButtonElement>('.c-point')];
  expect(points.map((point) => point.hasAttribute('data-on'))).toEqual([true, false]);
  points[1]?.click();
  expect(points.map((point) => point.hasAttribute('data-on'))).toEqual([true, true]);
  expect([bench.submitted, second?.open, document.activeElement]).toEqual([[['a', 'b']], true, second?.querySelector('summary')]);
  expect(bench.root.querySelectorAll('.c-seen')).toHaveLength(2);
});

it('a place that is open stays open when it is pressed on the picture; one that is closed has no mark', () => {
  const bench = mountType<Options, Answer>('hotspots', mount, places);
  const [first] = bench.root.querySelectorAll<HTMLDetailsElement>('details');
  const [point] = bench.root.querySelectorAll<HTMLButtonElement>('.c-point');
  point?.click();
  point?.click();
  expect([first?.open, point?.hasAttribute('data-on')]).toEqual([true, true]);
  first?.querySelector('summary')?.click();
  expect([first?.open, point?.hasAttribute('data-on')]).toEqual([false, false]);
});

it('takes no folded text inside a place for another place', () => {
  const content = '<details data-token="z"><summary>Plus</summary></details>';
  const cards = places.cards.map((card) => ({ ...card, content }));
  const { root, drafts } = mountType<Options, Answer>('hotspots', mount, { ...places, cards } as Options);
  for (const summary of root.querySelectorAll('summary')) if (summary.textContent === 'Plus') summary.click();
  expect([drafts, root.querySelectorAll('.c-seen').length]).toEqual([[], 0]);
  root.querySelector('summary')?.click();
  expect(drafts).toEqual([['a']]);
});

describe('the solution', () => {
  it('is every right place', () => {
    expect([solve(question), score(question, solve(question)).ratio]).toEqual([['a', 'c'], 1]);
  });
});

it('has every place in its largest answer', () => {
  expect(largest(question)).toEqual(['a', 'b', 'c']);
});
