import { describe, expect, test } from 'vitest';
import type { BuiltModule } from '../../build/model/built.ts';
import type { RoomRenderer } from '../../build/room/renderer.ts';
import type { Screen } from '../../build/room/screen.ts';
import { screensOf } from '../../build/room/screens.ts';
import { strings } from './forms/ask.ts';

const prose = (html: string): object => ({ kind: 'prose', html });
const activity = (id: string, prompt: string): object => ({
  kind: 'activity',
  activity: { id, type: 'pick', options: { prompt: `<p>${prompt}</p>` }, competencies: [] },
});
const speech = (...ids: readonly string[]): object => ({
  kind: 'block',
  type: 'scene',
  options: { speeches: ids.map((id) => ({ speaker: { id, face: `${id}.svg`, colour: 2 } })) },
});

/** Renders texts as they are; nested activities come from the node itself. */
function renderer(takeNested: () => object[]): RoomRenderer {
  return {
    strings,
    sheetStrings: { format: (key: string) => key },
    types: new Map([['pick', { strings: { fr: { label: 'Choix' } } }]]),
    render: (nodes: readonly { readonly html?: string }[]) => nodes.map(({ html = '' }) => html).join(''),
    takeNested,
    activity: () => undefined,
    paper: () => '',
  } as unknown as RoomRenderer;
}

interface Given {
  readonly title?: string;
  readonly minutes?: number;
  readonly cover?: object;
  readonly pages?: readonly object[];
}
const page = (nodes: readonly object[], more = {}): object => ({ id: 'quai', title: 'Le quai', minutes: 0, nodes, ...more });

function open({ title = 'Le dépôt', minutes = 0, cover = {}, pages = [page([])] }: Given = {}, takeNested = (): object[] => []): Screen[] {
  const module = { content: { title, courseTitle: 'Les trams', minutes }, cover: { aims: [], ...cover }, pages };
  return screensOf(module as unknown as BuiltModule, 'Cours & Cie', renderer(takeNested));
}
const inside = (...nodes: readonly object[]): Screen[] => open({ pages: [page(nodes)] }).slice(2, -1);
const facts = ({ kind, page: at, title, kick, heading, body, isQuiet }: Screen) => ({
  kind,
  page: at,
  title,
  kick,
  heading,
  body,
  isQuiet,
});

describe('the cover', () => {
  test('has the title, the course and the plan, where there are no aims', () => {
    const [first] = open({
      minutes: 50,
      pages: [page([], { minutes: 20 }), page([], { title: 'Les <voies>', minutes: 1 }), page([], { title: 'La nuit' })],
    });
    expect(first).toMatchObject({
      kind: 'cover',
      page: -1,
      title: 'cover',
      kick: 'Les trams · minutes 50',
      heading: 'Le dépôt',
      reveals: false,
    });
    expect(first?.body).toBe(
      '<ol class="r-plan"><li>Le quai <small>minutes 20</small></li><li>Les &lt;voies&gt; <small>minutes 1</small></li><li>La nuit</li></ol><p class="r-warning">keep</p>',
    );
  });

  test('has two aims, the promise and the picture', () => {
    const [first] = open({ cover: { aims: ['U<n', 'Deux', 'Trois'].map((text) => ({ text })), lead: 'On <part>.', picture: 'a"b.svg' } });
    expect(first?.body).toBe(
      '<img class="r-picture" src="a&quot;b.svg" alt=""><p class="c-lead">On &lt;part&gt;.</p><ul class="r-aims"><li>U&lt;n</li><li>Deux</li></ul><p class="r-warning">keep</p>',
    );
  });

  test.each([
    ['Séance 1 : Le partenariat', 'Séance 1 · Cours &amp; Cie', 'Le partenariat'],
    ['Séance 1\u00a0: Le partenariat', 'Séance 1 · Cours &amp; Cie', 'Le partenariat'],
    ['Un titre bien trop long pour cela : suite', 'Les trams', 'Un titre bien trop long pour cela : suite'],
    ['Séance :', 'Les trams', 'Séance :'],
    [`${'a'.repeat(24)} : suite`, `${'a'.repeat(24)} · Cours &amp; Cie`, 'suite'],
    [`${'a'.repeat(25)} : suite`, 'Les trams', `${'a'.repeat(25)} : suite`],
    ['Jour 1 : le matin : le quai', 'Jour 1 · Cours &amp; Cie', 'le matin : le quai'],
    [': suite : fin', 'Les trams', ': suite : fin'],
  ])('splits “%s” at its colon', (title, kick, heading) => {
    expect(open({ title })[0]).toMatchObject({ kick, heading });
    expect(open({ title }).at(-1)?.kick).toBe(heading);
  });

  test('shows up to four faces, each once, of the people who speak', () => {
    const [first] = open({ pages: [page([speech('nadia', 'marc', 'nadia')]), page([speech('ines', 'leo', 'zoe')])] });
    expect([...(first?.body.matchAll(/src="(\w+)\.svg"/g) ?? [])].map(([, name]) => name)).toEqual(['nadia', 'marc', 'ines', 'leo']);
    expect(first?.body).toContain('<span class="c-face" data-disc="2">');
    const inner = { kind: 'block', type: 'callout', options: { nodes: [prose(''), speech('leo')] } };
    expect(open({ pages: [page([inner])] })[0]?.body).toContain('leo.svg');
    const moods = ['calme', 'a"b'].map((face) => ({ speaker: { id: 'nadia', face, colour: 2 } }));
    const moody = open({ pages: [page([{ kind: 'block', type: 'scene', options: { speeches: moods } }])] })[0]?.body;
    expect(moody?.match(/src="[^>]*"/g)).toEqual([expect.stringMatching(/^src="a&quot;b" alt=""$/)]);
    const people = [{ id: 'a', face: 'a.svg', colour: 1 }];
    expect(open({ cover: { people, picture: 'b.svg' } })[0]?.body).not.toContain('a.svg');
    expect(open({ cover: { people: [] }, pages: [page([speech('nadia')])] })[0]?.body).not.toContain('r-cast');
    expect(open({ cover: { people: [{ id: 'a', face: 'a.svg', colour: 1 }] }, pages: [page([speech('nadia')])] })[0]?.body).not.toContain(
      'nadia',
    );
  });
});

describe('a page', () => {
  test('begins with its number, or its pictogram', () => {
    const [, one, two] = open({ pages: [page([], { minutes: 5 }), page([], { id: 'voies', icon: 'x.svg' })] });
    expect(one).toMatchObject({
      kind: 'opener',
      page: 0,
      begins: 'quai',
      title: 'Le quai',
      kick: 'page 1 2 · minutes 5',
      heading: 'Le quai',
      reveals: false,
    });
    expect(one?.body).toBe('<p class="r-number" aria-hidden="true">1</p>');
    expect(two).toMatchObject({ page: 1, begins: 'voies', kick: 'page 2 2', body: '<img class="c-pic" src="x.svg" alt="">' });
  });

  test('shows a text under its own heading, or quietly under that of the page', () => {
    expect(inside(prose('<h2 id="a">Le <em>feu</em></h2><p>Vert.</p>')).map(facts)).toEqual([
      { kind: 'text', page: 0, title: 'Le feu', kick: 'Le quai', heading: 'Le <em>feu</em>', body: '<p>Vert.</p>', isQuiet: false },
    ]);
    expect(inside(prose('<p>Le feu est vert.</p>')).map(facts)).toEqual([
      { kind: 'text', page: 0, title: 'Le feu est vert.', kick: '', heading: 'Le quai', body: '<p>Le feu est vert.</p>', isQuiet: true },
    ]);
  });

  test('asks a question inside a text behind it, under the heading of the text', () => {
    const nested = [{ id: 'a', type: 'pick', options: {}, competencies: [] }];
    const screens = open({ pages: [page([prose('<h2>Le feu</h2><p>Vert.</p>'), activity('b', 'Et après ?')])] }, () => nested.splice(0));
    expect(screens.slice(2, -1).map(({ kind, heading }) => [kind, heading])).toEqual([
      ['text', 'Le feu'],
      ['question', 'Le feu'],
      ['question', 'Et après ?'],
    ]);
  });

  test('asks a question inside an aside under the last heading, which texts without one keep', () => {
    const nested: object[][] = [[], [], [{ id: 'b', type: 'pick', options: {}, competencies: [] }]];
    const aside = { kind: 'block', type: 'callout', options: {} };
    const nodes = [prose('<h2>Le feu</h2><p>Vert.</p>'), activity('a', 'Et après ?'), aside];
    const screens = open({ pages: [page(nodes)] }, () => nested.shift() ?? []);
    expect(screens.slice(2, -1).map(({ kind, heading }) => [kind, heading])).toEqual([
      ['text', 'Le feu'],
      ['question', 'Et après ?'],
      ['question', 'Le feu'],
    ]);
  });

  test('names a text without a heading by its first words', () => {
    expect(inside(prose(`<p>${'mot '.repeat(15)}fin.</p>`))[0]?.title).toBe(`${'mot '.repeat(14)}mot…`);
    expect(inside(prose(`<p>${'a'.repeat(60)}</p>`))[0]?.title).toBe('a'.repeat(60));
    expect(inside(prose(`<p>${'a'.repeat(61)}</p>`))[0]?.title).toBe(`${'a'.repeat(60)}…`);
    expect(inside(prose('<img alt="">'))[0]?.title).toBe('Le quai');
  });

  test('asks its questions on screens of their own, between the texts', () => {
    const screens = inside(prose('<p>Avant.</p>'), activity('a', 'Quel feu ?'), prose('<p>Après.</p>'));
    expect(screens.map(({ kind, title }) => [kind, title])).toEqual([
      ['text', 'Avant.'],
      ['question', 'Quel feu ?'],
      ['text', 'Après.'],
    ]);
  });

  test('gives a heading that stands alone to the question below it', () => {
    const screens = inside(prose('<p>Avant.</p>'), prose('<h2>Le feu</h2>'), {
      kind: 'activity',
      activity: { id: 'a', type: 'pick', options: {}, competencies: [] },
    });
    expect(screens.map(({ kind, heading }) => [kind, heading])).toEqual([
      ['text', 'Le quai'],
      ['question', 'Le feu'],
    ]);
  });

  test('gives a heading without text to the question below it, even if its markup ends with a line', () => {
    const screens = inside(prose('<h2>Le feu</h2>\n'), activity('a', 'Quel feu ?'));
    expect(screens.map(({ kind }) => kind)).toEqual(['question']);
  });

  test('keeps a heading within a text there, deeper ones below it, and notes within a text', () => {
    expect(inside(prose('<p>Avant.</p>'), prose('<h2>Le feu</h2><p>Vert.</p>')).map(({ heading, body }) => [heading, body])).toEqual([
      ['Le quai', '<p>Avant.</p><h2>Le feu</h2><p>Vert.</p>'],
    ]);
    expect(inside(prose('<h2>Le feu</h2><h3>Vert</h3><p>Oui.</p>'))[0]?.body).toBe('<h2>Vert</h2><p>Oui.</p>');
    const notes = '<p>Un.</p><div class="c-notes"></div>';
    expect(inside(prose(notes), prose('<p>Deux.</p>')).map(({ body }) => body)).toEqual([`${notes}<p>Deux.</p>`]);
    const [, , quiet] = open({ pages: [page([prose('<p>Vert.</p>')], { title: 'A & B', icon: 'a"b.svg' })] });
    expect([quiet?.heading, quiet?.isQuiet]).toEqual(['A &amp; B', true]);
    expect(open({ pages: [page([], { icon: 'a"b.svg' })] })[1]?.body).toContain('src="a&quot;b.svg"');
  });

  test('shows texts before a question on one screen', () => {
    const screens = inside(prose('<p>Avant.</p>'), prose('<p>Encore.</p>'), activity('a', 'Quel feu ?'));
    expect(screens.map(({ kind, body }) => [kind, body.includes('Avant.'), body.includes('Encore.')])).toEqual([
      ['text', true, true],
      ['question', false, false],
    ]);
  });

  test('shows its footnotes last', () => {
    const screens = inside(prose('<div class="c-notes"><p>Note</p></div>'), prose('<p>Texte.</p>'));
    expect(screens.map(({ title, heading, kick, body }) => [title, heading, kick, body])).toEqual([
      ['Texte.', 'Le quai', '', '<p>Texte.</p>'],
      ['sources', 'sources', 'Le quai', '<div class="c-notes"><p>Note</p></div>'],
    ]);
  });
});

test('the end thanks, under the name of the session', () => {
  expect(open({ title: 'Séance 2 : Les <voies>' }).at(-1)).toEqual({
    kind: 'end',
    page: -1,
    title: 'end',
    kick: 'Les &lt;voies&gt;',
    heading: 'end',
    body: '<p class="c-lead">end.next</p>',
    reveals: false,
  });
});
