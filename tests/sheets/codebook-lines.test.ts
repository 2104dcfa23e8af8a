import { expect, test } from 'vitest';
import type { CourseRetired } from '../../build/model/sheet.ts';
import { codebook, isDrawn } from '../../build/sheets/codebook.ts';
import type { ActivityType } from '../../build/types/activity-type.ts';
import type { Activity } from '../../src/model/course/activity.ts';
import type { ModuleContent, Target } from '../../src/model/course/course.ts';
import { activity, bakery, bakeryTypes } from '../helpers/bakery.ts';
import { readCsv } from './read-csv.ts';

const strings = { fr: { label: 'Choix' }, en: { label: 'Choice' } };
const types = new Map(Object.entries(bakeryTypes).map(([name, scoring]) => [name, { scoring, strings } as unknown as ActivityType]));
const CHOICES = {
  choices: [
    { token: 'a', text: 'Au levain' },
    { token: 'b', text: 'Au sable' },
  ],
};

interface Given {
  readonly target?: Target;
  readonly lang?: string;
  readonly retired?: CourseRetired;
  readonly content?: Partial<ModuleContent>;
}

/** Lines of a codebook, without its head. */
function lines(activities: readonly Activity[], { target = 'scorm12', lang = 'fr', retired = {}, content = {} }: Given = {}): string[][] {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    codebook([bakery({ activities, ...content })], retired, target, lang, types),
  );
  expect([text.startsWith('\ufeff'), text.endsWith('\r\n')]).toEqual([true, true]);
  return readCsv(text.slice(1).replace(/[\u00a0\u202f]/g, ' '), lang === 'en' ? ',' : ';').slice(1);
}

test('a line has place, id, session, page, type, question, answers, key, competencies, points and whether it is required', () => {
  const pain = activity(0, 'pain', 'pick', { options: CHOICES, title: 'Quel pain ?', competencies: ['c1', 'c2'], points: 2.5 });
  const sel = activity(1, 'sel', 'pick', { options: CHOICES, page: 'vente', required: false, points: 0 });
  const offered = 'a = Au levain | b = Au sable';
  expect(lines([pain, sel])).toEqual([
    ['0', 'pain', 'nuit', 'Le fournil', 'Choix', 'choice', 'Quel pain ?', offered, 'a', 'a = Au levain', 'c1 c2', '2,5', 'oui', ''],
    ['1', 'sel', 'nuit', 'La vente', 'Choix', 'choice', 'sel', offered, 'a', 'a = Au levain', '', '0', 'non', ''],
  ]);
  expect(lines([pain, sel], { target: 'scorm2004-4', lang: 'en' })).toEqual([
    ['', 'pain', 'nuit', 'Le fournil', 'Choice', 'choice', 'Quel pain ?', offered, 'a', 'a = Au levain', 'c1 c2', '2.5', 'yes', ''],
    ['', 'sel', 'nuit', 'La vente', 'Choice', 'choice', 'sel', offered, 'a', 'a = Au levain', '', '0', 'no', ''],
  ]);
});

test('a question of a quiz is required as its quiz is, and shows whether it is drawn', () => {
  const { activities } = bakery();
  const notes = (asks: number, required: boolean): (string | undefined)[][] =>
    lines(activities.map((one) => (one.id === 'bilan' ? { ...one, required, options: { asks } } : one))).map((line) => [
      line[1],
      line.at(-2),
      line.at(-1),
    ]);
  const drawn = 'Question du quiz bilan, tirée au sort : tout le monde ne la reçoit pas.';
  expect(notes(2, true)).toEqual([
    ['levain', 'oui', ''],
    ['gestes', 'oui', ''],
    ['recette', 'oui', 'Le signe ¶ marque une fin de ligne.'],
    ['q-prix', 'oui', drawn],
    ['q-pain', 'oui', drawn],
    ['q-four', 'oui', drawn],
  ]);
  expect(notes(3, false).slice(-2)).toEqual([
    ['q-pain', 'non', 'Question du quiz bilan.'],
    ['q-four', 'non', 'Question du quiz bilan.'],
  ]);
});

test('parts have lines with questions of their own, below that of the activity', () => {
  const slot = (part: string, text: string) => ({
    type: 'fill-in' as const,
    right: [{ type: 'fill-in' as const, text: 'oui' }],
    part,
    text,
  });
  const one = (title: string) => activity(0, 'trous', 'pick', { title, options: {}, slots: [slot('a', 'Le [?] lève'), slot('b', '')] });
  expect(
    [one('Complétez.'), one('Choix'), one('Le … lève et cuit')].map((each) => lines([each]).map((line) => [line[1], line[6]])),
  ).toEqual([
    [
      ['trous.a', 'Complétez. Le [?] lève'],
      ['trous.b', 'Complétez.'],
    ],
    [
      ['trous.a', 'Le [?] lève'],
      ['trous.b', 'Choix'],
    ],
    [
      ['trous.a', 'Le [?] lève'],
      ['trous.b', 'Le … lève et cuit'],
    ],
  ]);
});

test('a text that may not fit has pieces; the sign of a line is explained', () => {
  const text = (maxCharacters: number) => activity(0, 'recette', 'note', { options: { fields: [{ maxCharacters }] } });
  const line = 'Le signe ¶ marque une fin de ligne.';
  const pieces = (limit: string): string =>
    `Au-delà de ${limit} signes (une fin de ligne en prend trois), la suite du texte vient dans recette.2, recette.3, etc. ; mis bout à bout, les morceaux redonnent le texte.`;
  const last = (count: number, target: Target = 'scorm12') => lines([text(count)], { target })[0]?.at(-1);
  expect([last(85), last(86), last(1333, 'scorm2004-3'), last(1334, 'scorm2004-3')]).toEqual([
    line,
    `${line} ${pieces('255')}`,
    line,
    `${line} ${pieces('3 999')}`,
  ]);
});

test('retired parts are answers of a single line, else a note of the first line', () => {
  const retired = { nuit: { pain: [{ token: 'c', text: 'Au sucre', key: 'Doux' }] } } as unknown as CourseRetired;
  const one = activity(0, 'pain', 'pick', { options: CHOICES });
  const slot = (part: string) => ({ type: 'choice' as const, right: [], part, text: part });
  const pairs = activity(0, 'pain', 'pick', { options: { pairs: [] }, slots: [slot('x'), slot('y')] });
  expect([one, pairs].map((each) => lines([each], { retired }).map((line) => [line[7], line.at(-1)]))).toEqual([
    [['a = Au levain | b = Au sable | c = Au sucre (retiré)', '']],
    [
      ['', 'Retiré du texte, mais d’anciennes réponses peuvent le nommer : c = Au sucre → Doux.'],
      ['', ''],
    ],
  ]);
  expect(lines([one], { retired: { matin: retired.nuit } as unknown as CourseRetired })[0]?.[7]).toBe('a = Au levain | b = Au sable');
});

test('each of several retired parts is named, in its order; one part of an activity has a note, too', () => {
  const gone = [
    { token: 'c', text: 'Au sucre' },
    { token: 'd', text: 'Au sel', key: 'Doux' },
  ];
  const retired = { nuit: { pain: gone } } as unknown as CourseRetired;
  const of = (options: object, ...slots: Activity['slots']): (string | undefined)[] => {
    const [line] = lines([activity(0, 'pain', 'pick', { options, ...(slots.length > 0 && { slots }) })], { retired });
    return [line?.[7], line?.at(-1)];
  };
  expect(of(CHOICES)).toEqual(['a = Au levain | b = Au sable | c = Au sucre (retiré) | d = Au sel (retiré)', '']);
  const note = (key: string): string => `Retiré du texte, mais d’anciennes réponses peuvent le nommer : c = Au sucre | d = Au sel${key}.`;
  expect(of({ pairs: [] }, { type: 'choice', right: [], part: 'x', text: 'x' })).toEqual(['', note(' → Doux')]);
  expect(of({}, { type: 'choice', right: [], part: 'x', text: 'x' })).toEqual(['', note('')]);
});

test('each session of a package has its lines, numbered from 0, below one head', () => {
  const levain = [activity(0, 'levain', 'pick', { options: CHOICES }), activity(1, 'pain', 'pick', { options: CHOICES })];
  const modules = [
    bakery({ activities: levain }),
    bakery({ id: 'matin', activities: [activity(0, 'sel', 'note', { quiz: 'bilan' }), activity(1, 'bilan', 'quiz')] }),
  ];
  const retired = { matin: { pain: [] }, nuit: { levain: [{ token: 'z', text: 'Au sucre' }] } } as unknown as CourseRetired;
  const text = new TextDecoder().decode(codebook(modules, retired, 'scorm12', 'fr', types)).replace(/[\u00a0\u202f]/g, ' ');
  const rows = readCsv(text, ';');
  expect(rows.map(([n, id, module]) => [n, id, module].join(' '))).toEqual([
    'n° dans Moodle identifiant séance',
    '0 levain nuit',
    '1 pain nuit',
    '0 sel matin',
  ]);
  expect([rows[1]?.[7], rows.at(-1)?.at(-1)]).toEqual([
    'a = Au levain | b = Au sable | z = Au sucre (retiré)',
    'Question du quiz bilan. Le signe ¶ marque une fin de ligne.',
  ]);
});

test('a quiz is drawn from its own questions; those of another do not count', () => {
  const asked = ['bilan', 'bilan', 'autre'].map((quiz, n) => activity(n, `q-${n}`, 'pick', { quiz }));
  const quiz = activity(3, 'bilan', 'quiz');
  const of = (asks: number): boolean => isDrawn({ ...quiz, options: { asks } }, bakery({ activities: [...asked, quiz] }), types);
  expect([1, 2, 3].map(of)).toEqual([true, false, false]);
});

test('in the one SCO of a course, retired parts are found without the suffix of a name', () => {
  const retired = { nuit: { pain: [{ token: 'c', text: 'Au sucre' }] } } as unknown as CourseRetired;
  const named = (id: string) => lines([activity(0, id, 'pick', { options: CHOICES })], { retired })[0]?.[7];
  const offered = 'a = Au levain | b = Au sable';
  expect(['pain', 'pain_matin', 'pain_matin_3', 'pains'].map(named)).toEqual([
    ...Array.from({ length: 3 }, () => `${offered} | c = Au sucre (retiré)`),
    offered,
  ]);
});

test('an activity of several lines has retired parts as a note; a page that is not listed leaves its cell empty', () => {
  const retired = { nuit: { pain: [{ token: 'c', text: 'Au sucre' }] } } as unknown as CourseRetired;
  const slots = [
    { type: 'choice' as const, right: [], text: '' },
    { type: 'choice' as const, right: [], part: 'y', text: 'y' },
  ];
  const rows = lines([activity(0, 'pain', 'pick', { options: {}, slots, page: 'grenier' })], { retired });
  expect(rows.map((row) => [row[2], row[3], row[7], row.at(-1)])).toEqual([
    ['nuit', '', '', 'Retiré du texte, mais d’anciennes réponses peuvent le nommer : c = Au sucre.'],
    ['nuit', '', '', ''],
  ]);
});
