import { describe, expect, test } from 'vitest';
import { type Budget, NOTHING, WHOLE } from '../../build/sheets/conductor-fit.ts';
import { type Row, rowWriter, runPages } from '../../build/sheets/conductor-rows.ts';
import type { GuideInput } from '../../build/sheets/guide.ts';
import type { PaperPage, PaperPart, Question } from '../../build/sheets/paper-text.ts';
import { sheetStrings } from '../../build/sheets/sheet-strings.ts';
import type { Activity } from '../../src/model/course/activity.ts';
import { activity, bakery } from '../helpers/bakery.ts';

const CHOICES = {
  choices: [
    { token: 'a', text: 'Le patin' },
    { token: 'b', text: 'La cloche' },
  ],
};
const question = (one: Activity, number: number): Question =>
  ({ number, activity: { id: one.id }, title: '', prompt: '', body: '', html: '' }) as unknown as Question;
const part = (questions: Question[], drawn?: Question[]): PaperPart =>
  ({ node: { kind: 'prose', html: '' }, html: '', read: () => '', questions, ...(drawn && { drawn: new Set(drawn) }) }) as PaperPart;

function input(notes: Record<string, string[]>, parts: readonly PaperPart[] = [], activities: readonly Activity[] = []): GuideInput {
  const pages: PaperPage[] = Object.keys(notes).map((id, index) => ({ id, title: id, parts: index === 0 ? parts : [] }));
  return {
    module: { content: bakery({ activities }) },
    notes,
    pages,
    types: new Map(),
    strings: sheetStrings('fr'),
  } as unknown as GuideInput;
}

describe('start times', () => {
  test('add up until a page has no minutes', () => {
    const note = (minutes: string) => [`<p><strong>${minutes} min.</strong> Le tour.</p>`];
    const pages = runPages(input({ a: note('5'), b: note('10'), c: ['<p>Sans.</p>'], d: note('3') }));
    expect(pages.map(({ number, minutes, start }) => [number, minutes, start])).toEqual([
      [1, 5, 0],
      [2, 10, 5],
      [3, 0, 15],
      [4, 3, undefined],
    ]);
  });
});

function row(notes: string, budget: Partial<Budget> = WHOLE, parts: readonly PaperPart[] = [], activities: readonly Activity[] = []): Row {
  const whole = input({ a: [notes] }, parts, activities);
  const [first] = rowWriter(whole, runPages(whole))({ ...NOTHING, ...budget });
  if (!first) throw new Error('no row');
  return first;
}

const NOTE =
  '<p><strong>5 min.</strong> (deux groupes) Le tour.</p><p><strong>À dire.</strong> Regardez le feu.</p><p><strong>Réponses attendues.</strong> Le vert.</p><p><strong>À distance.</strong> Au clavardage.</p><p><strong>En retard.</strong> Sans frise.</p><p><strong>En salle.</strong> Debout.</p><p><strong>Attention.</strong> Le quai glisse.</p>';

describe('columns', () => {
  test('what to say, what is expected, and hints for the room, the most useful first', () => {
    const { plan, say, expected, room } = row(NOTE);
    expect(plan).toBe('Deux groupes');
    expect(say.map(({ text, isSpoken }) => [text, isSpoken])).toEqual([['Regardez le feu.', true]]);
    expect(expected.map(({ text, isSpoken }) => [text, isSpoken])).toEqual([['Le vert.', false]]);
    expect(room.map(({ text }) => text)).toEqual(['Le quai glisse.', 'Debout.', 'Au clavardage.', 'Sans frise.', 'Le tour.']);
  });

  test('nothing without room', () => {
    expect(row(NOTE, NOTHING)).toMatchObject({ plan: '', say: [], expected: [], room: [], keys: [] });
  });

  test('without anything to say, the start of the note', () => {
    const { say, room } = row('<p>Faites un tour.</p><p><strong>Attention.</strong> Le quai glisse.</p>');
    expect(say.map(({ text, isSpoken }) => [text, isSpoken])).toEqual([['Faites un tour.', false]]);
    expect(room.map(({ text }) => text)).toEqual(['Le quai glisse.']);
  });

  test('what to say before the essentials, and only the first words without a label in their place', () => {
    const both = row('<p><strong>L’essentiel.</strong> Le feu. <strong>À dire.</strong> Regardez.</p><p>Un tour.</p>');
    expect(both.say.map(({ text, isSpoken }) => [text, isSpoken])).toEqual([
      ['Regardez.', true],
      ['Le feu.', false],
    ]);
    expect(both.room.map(({ text }) => text)).toEqual(['Un tour.']);
    const bare = row('<p><strong>Débat.</strong> Pour ou contre.</p><p>Un tour.</p><p>Deux tours.</p>');
    expect([bare.say, bare.room].map((parts) => parts.map(({ label, text }) => [label, text]))).toEqual([
      [['', 'Un tour.']],
      [
        ['Débat', 'Pour ou contre.'],
        ['', 'Deux tours.'],
      ],
    ]);
  });

  test('first sentences come first, then further ones of earlier parts', () => {
    const note =
      '<p><strong>Attention.</strong> Le quai glisse fort. Marchez bien lentement.</p><p><strong>À distance.</strong> Au clavardage. Sans le son.</p>';
    const texts = (limit: number) => row(note, { room: limit }).room.map(({ text }) => text);
    expect(texts(1000)).toEqual(['Le quai glisse fort. Marchez bien lentement.', 'Au clavardage. Sans le son.']);
    expect(texts(72)).toEqual(['Le quai glisse fort.\u00a0…', 'Au clavardage. Sans le son.']);
    // What the first part takes is gone for the second.
    expect(texts(77)).toEqual(['Le quai glisse fort. Marchez bien lentement.', 'Au clavardage.\u00a0…']);
    expect(texts(40)).toHaveLength(1);
    expect(texts(20)).toEqual([]);
    // Labels and first sentences have 29 and 24 characters; the mark of a cut needs no room.
    expect([texts(53), texts(52)]).toEqual([['Le quai glisse fort.\u00a0…', 'Au clavardage.\u00a0…'], ['Le quai glisse fort.\u00a0…']]);
  });
});

test('a first sentence that is too long is cut where 36 characters are left for it', () => {
  const note = `<p><strong>Attention.</strong> ${'mot '.repeat(20)}fin.</p>`;
  expect([45, 44].map((limit) => row(note, { room: limit }).room.length)).toEqual([1, 0]);
});

describe('keys', () => {
  const frein = activity(0, 'frein', 'pick', {
    options: CHOICES,
    slots: [{ type: 'choice', right: [{ type: 'choice', tokens: ['a'] }], text: '' }],
  });
  const keys = (one: Activity, limit = 200) => row('', { key: limit }, [part([question(one, 3)])], [one]).keys;

  test('a scored question has its key, with its own short title', () => {
    expect(keys(frein)).toEqual([{ number: 3, id: 'frein', title: '', text: 'Le patin' }]);
    expect(keys({ ...frein, heading: 'x'.repeat(40) })[0]?.title).toBe('x'.repeat(40));
    expect(keys({ ...frein, heading: 'x'.repeat(41) })[0]?.title).toBe('');
  });

  test('one without a key has a model answer, if that is short', () => {
    const mot = activity(0, 'mot', 'note', { after: `<p>${'x'.repeat(90)}</p>` });
    expect(keys(mot)[0]?.text).toBe('x'.repeat(90));
    expect(keys(mot, 89)).toEqual([]);
    expect(keys({ ...mot, after: `<p>${'x'.repeat(91)}</p>` })).toEqual([]);
    expect(keys({ ...frein, points: 0 })).toEqual([]);
    expect(row('', { key: 200 }, [part([question(frein, 1)])], []).keys).toEqual([]);
  });

  test('a quiz that draws its questions says how many', () => {
    const all = [question(frein, 1), question(frein, 2)];
    const [found] = row('', { key: 200 }, [part(all, all.slice(1))], [frein]).keys;
    expect([found?.number, found?.text]).toEqual([undefined, sheetStrings('fr').format('run.drawn', { n: 2, asks: 1 })]);
    expect(row('', { key: 0 }, [part(all)], [frein]).keys).toEqual([]);
  });
});
