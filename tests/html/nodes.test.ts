import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type RenderContext, renderNodes, renderPieces } from '../../build/html/nodes.ts';
import type { Node, ValidActivity } from '../../build/model/source.ts';
import type { ActivityType } from '../../build/types/activity-type.ts';

type Data = Readonly<Record<string, unknown>>;

function typeOf(name: string, more: Partial<ActivityType> = {}, strings: Record<string, string> = {}): ActivityType {
  const t = { label: name, ...strings };
  const en = { ...t, label: `${name} in English` };
  return {
    name,
    kind: 'activity',
    form: { read: () => ({}) },
    attributes: z.object({}),
    hasRuntime: false,
    strings: { fr: t, en },
    template: (data: object) => `<${name} ${JSON.stringify((data as Data).options)} level=${(data as Data).level}>`,
    ...more,
  };
}

/** Renders nodes at a level, and gives the frames' data. */
function render(
  nodes: readonly Node[],
  types: readonly ActivityType[],
  { level = 2, shift = 0, ...more }: Partial<RenderContext> & { level?: number; shift?: number } = {},
) {
  const frames: Data[] = [];
  const context: RenderContext = {
    lang: 'fr',
    types: new Map(types.map((type) => [type.name, type])),
    frame: (data) => {
      frames.push(data as Data);
      return `[${(data as Data).id} ${(data as Data).body}]`;
    },
    strings: { check: 'Vérifier' },
    competencies: new Map([['c1', 'Freiner']]),
    used: new Set(),
    levels: new Map(),
    ...more,
  };
  return { html: renderNodes(nodes, level, shift, context), frames, context };
}

const activity = (more: Partial<ValidActivity> = {}): Node => ({
  kind: 'activity',
  activity: {
    id: 'frein',
    type: 'choice',
    options: {},
    points: 1,
    attempts: 2,
    required: true,
    competencies: ['c1', 'c2'],
    ...more,
  } as ValidActivity,
});
const prose = (html: string): Node => ({ kind: 'prose', html });
const block = (options: Data, type = 'callout'): Node => ({ kind: 'block', type, options });

describe('levels of headings', () => {
  test('prose is shifted, and what follows stands one below its last heading', () => {
    const { html, frames } = render(
      [prose('<h3>Un</h3><p>a</p>'), block({}), prose('<p>b</p>'), activity()],
      [typeOf('choice'), typeOf('callout')],
      { shift: 1 },
    );
    expect(html.split('\n')).toEqual(['<h4>Un</h4><p>a</p>', '<callout {} level=5>', '<p>b</p>', '[frein <choice {} level=5>]']);
    expect(frames[0]?.level).toBe(5);
  });

  test('none is deeper than the sixth', () => {
    const { html, frames, context } = render([block({}), activity({ heading: 'Le frein' })], [typeOf('choice'), typeOf('callout')], {
      level: 6,
    });
    expect([html.split('\n')[0], frames[0]?.level, context.levels.get('frein')]).toEqual(['<callout {} level=6>', 6, 6]);
  });

  test('feedback stands below the heading of an activity that has one', () => {
    const level = (more: Partial<ValidActivity>, paper?: Record<string, string>) =>
      render([activity(more)], [typeOf('choice')], paper ? { paper } : {}).context.levels.get('frein');
    expect([level({}), level({ heading: 'Le frein' }), level({}, {})]).toEqual([3, 4, 4]);
  });

  test('headings in prompts and inner nodes continue those above them, by one more where the type writes headings itself', () => {
    const inner = { prompt: '<h3>Q</h3>', cards: [{ text: '<h3>T</h3>', nodes: [prose('<h3>Dedans</h3>')] }] };
    const options = (titled: boolean, more: Partial<ValidActivity> = {}, paper?: Record<string, string>) =>
      render([activity({ options: inner, ...more })], [typeOf('choice', { titled })], paper ? { paper } : {})
        .html.match(/<h\d>/g)
        ?.join('');
    expect(options(false)).toBe('<h3><h3><h3>');
    expect(options(true)).toBe('<h4><h3><h4>');
    expect(options(false, { heading: 'Le frein' })).toBe('<h4><h3><h4>');
    expect(options(false, {}, {})).toBe('<h3><h3><h3>');
    expect(options(false, { heading: 'Le frein' }, {})).toBe('<h4><h3><h4>');
    expect(options(false, { options: { ...inner, questions: [] } }, {})).toBe('<h4><h3><h4>');
    const blocks = (titled: boolean) =>
      render([block({ html: '<h3>a</h3>', title: '<h3>b</h3>' })], [typeOf('callout', { titled })]).html.match(/<h\d>/g);
    expect([blocks(false), blocks(true)]).toEqual([
      ['<h3>', '<h3>'],
      ['<h4>', '<h3>'],
    ]);
  });

  test('the prompt of a type that writes headings stands before them', () => {
    const prompt = (titled: boolean, paper?: Record<string, string>) =>
      render([activity({ options: { prompt: '<h3>Q</h3>' }, heading: 'Le frein' })], [typeOf('choice', { titled })], paper ? { paper } : {})
        .frames[0]?.prompt;
    expect([prompt(false), prompt(true), prompt(true, {})]).toEqual(['<h4>Q</h4>', '<h4>Q</h4>', '<h4>Q</h4>']);
    const shown = (paper?: Record<string, string>) =>
      render([activity({ options: { prompt: '<h3>Q</h3>' } })], [typeOf('choice', { titled: true })], paper ? { paper } : {}).frames[0]
        ?.prompt;
    expect([shown(), shown({})]).toEqual(['<h3>Q</h3>', '<h3>Q</h3>']);
    expect(render([activity()], [typeOf('choice', { titled: true })]).frames[0]?.prompt).toBe('');
  });
});

test('inner nodes become content; other members stay', () => {
  const { html } = render(
    [block({ title: 'Ici', html: null, list: [1, 'deux', { nodes: [prose('<p>a</p>'), prose('<p>b</p>')] }, { nodes: [] }] })],
    [typeOf('callout')],
  );
  expect(html).toBe('<callout {"title":"Ici","html":null,"list":[1,"deux",{"content":"<p>a</p>\\n<p>b</p>"},{"content":""}]} level=3>');
});

test('inner nodes follow on what stands above them', () => {
  const inner = [block({ nodes: [block({ title: 'Dedans' }), activity()] }, 'titre')];
  const { html, frames } = render(inner, [typeOf('callout'), typeOf('choice'), typeOf('titre', { titled: true })]);
  expect(html).toBe('<titre {"content":"<callout {\\"title\\":\\"Dedans\\"} level=4>\\n[frein <choice {} level=4>]"} level=3>');
  expect(frames[0]?.level).toBe(4);
  expect(render([block({ html: null })], [typeOf('callout')], { level: 4 }).html).toBe('<callout {"html":null} level=5>');
});

test('types that are unknown show nothing; those that are met are noted, inner ones too', () => {
  const { html, context } = render(
    [block({}, 'autre'), activity({ type: 'autre' }), block({ nodes: [activity()] })],
    [typeOf('choice'), typeOf('callout')],
  );
  expect(html.startsWith('\n\n<callout')).toBe(true);
  expect([...context.used]).toEqual(['callout', 'choice']);
});

test('pieces are rendered one by one', () => {
  const { context } = render([], []);
  expect(renderPieces([prose('<h3>a</h3>'), prose('b')], 2, 0, context)).toEqual(['<h3>a</h3>', 'b']);
});

describe('the frame of an activity', () => {
  const frame = (type: Partial<ActivityType>, strings: Record<string, string>, options: Data = {}, paper?: Record<string, string>) =>
    render([activity({ options, heading: 'Le frein' })], [typeOf('choice', type, strings)], paper ? { paper } : {}).frames[0];

  test('has what it shows', () => {
    expect(frame({}, {})).toMatchObject({
      id: 'frein',
      type: 'choice',
      heading: 'Le frein',
      label: 'choice',
      points: 1,
      attempts: 2,
      required: true,
      competencies: ['Freiner', 'c2'],
      button: true,
      buttonText: 'Vérifier',
    });
    expect(render([activity({ required: false })], [typeOf('choice')]).frames[0]?.required).toBe(false);
  });

  test('has the words of its language, and those around it', () => {
    const strings = { check: 'Check', hint: 'Hint' };
    const body = (data: object) => JSON.stringify([(data as Data).t, (data as Data).lang]);
    const types = [typeOf('choice', { template: body }), typeOf('callout', { template: body })];
    const { frames, html } = render([activity(), block({})], types, { lang: 'en', strings });
    expect(frames).toEqual([expect.objectContaining({ label: 'choice in English', level: 3, t: strings, heading: undefined })]);
    expect(html).toBe('[frein [{"label":"choice in English"},"en"]]\n[{"label":"callout in English"},"en"]');
  });

  test('a button, as its type has it', () => {
    const button: ActivityType['button'] = ({ live }) => live === true;
    expect([
      frame({ button: false }, {})?.button,
      frame({ button }, {}, { live: true })?.button,
      frame({ button }, {}, { live: false })?.button,
    ]).toEqual([false, true, false]);
  });

  test('the words of its button: those of the type, and other ones where nothing is judged, or only later', () => {
    expect(frame({}, { check: 'Ranger' })?.buttonText).toBe('Ranger');
    const scored: Partial<ActivityType> = { scored: ({ right }) => right === true };
    expect(frame(scored, { check: 'Ranger', 'check.free': 'Envoyer' })?.buttonText).toBe('Envoyer');
    expect(frame(scored, { check: 'Ranger', 'check.free': 'Envoyer' }, { right: true })?.buttonText).toBe('Ranger');
    expect(frame({ scored: true }, { 'check.free': 'Envoyer' })?.buttonText).toBe('Vérifier');
    expect(frame(scored, { check: 'Ranger' })?.buttonText).toBe('Ranger');
    const inner = (review: string, strings: Record<string, string> = { 'check.questions': 'Noter' }) =>
      render([activity({ options: { review, nodes: [activity({ id: 'dedans' })] } })], [typeOf('choice', {}, strings)]).frames.map(
        ({ buttonText, t }) => [buttonText, (t as Data).check],
      );
    const kept = render(
      [activity({ options: { review: 'end', nodes: [activity({ id: 'dedans' })] } })],
      [typeOf('choice', {}, { 'check.questions': 'Noter' })],
      { strings: { check: 'Vérifier', hint: 'Indice' } },
    ).frames.map(({ t }) => t);
    expect(kept).toEqual([
      { check: 'Noter', hint: 'Indice' },
      { check: 'Vérifier', hint: 'Indice' },
    ]);
    const [usual, later] = [
      ['Vérifier', 'Vérifier'],
      ['Noter', 'Noter'],
    ];
    expect([inner('end'), inner('now'), inner('end', {})]).toEqual([
      [later, usual],
      [usual, usual],
      [usual, usual],
    ]);
  });

  test('the instruction of its variant, on paper its own', () => {
    const strings = {
      instruction: 'a',
      'instruction.multiple': 'b',
      'instruction.list': 'c',
      'print.instruction': 'd',
      'print.instruction.list': 'e',
    };
    const instruction = (options: Data, paper?: Record<string, string>) => frame({}, strings, options, paper)?.instruction;
    expect([
      instruction({}),
      instruction({ multiple: true }),
      instruction({ mode: 'list' }),
      instruction({ multiple: false, mode: 'x' }),
      instruction({ multiple: true, mode: 'list' }),
      instruction({ list: ['x'] }),
    ]).toEqual(['a', 'b', 'c', 'a', 'b', 'a']);
    expect([instruction({}, {}), instruction({ mode: 'list' }, {})]).toEqual(['d', 'e']);
    expect(frame({}, { instruction: 'a' }, {}, {})?.instruction).toBe('a');
  });

  test('a template of its own on paper, with the strings of the handout', () => {
    const print = (data: object) => `papier ${JSON.stringify(data)}`;
    expect(frame({ print }, {}, { live: true }, { blank: '…' })?.body).toBe(
      'papier {"id":"frein","options":{"live":true},"t":{"label":"choice"},"lang":"fr","level":4,"paper":{"blank":"…"}}',
    );
    expect(String(frame({ print }, {})?.body)).toMatch(/^<choice/);
    expect(String(frame({}, {}, {}, { blank: '…' })?.body)).toMatch(/^<choice/);
  });
});
