import { describe, expect, test } from 'vitest';
import { type Made, makeReport, type ReportInput } from '../../build/results/make-report.ts';
import type { SourceFile } from '../../build/results/model.ts';
import { decodeEntities, decodeText } from '../../build/results/read/decode.ts';
import { type Report, reportSchema } from '../../build/results/report-schema.ts';
import { readCsv } from '../sheets/read-csv.ts';
import { byHand } from './by-hand.ts';
import { fileOf, sample } from './read/samples.ts';

const BOOK = 'seance-1.codebook.csv';
const ALL = ['s1-interactions-all.tab_separated.txt', 's1-completion.csv', 's1-grades.csv', 's1-user-tracks.csv', BOOK];

async function make(files: readonly SourceFile[], more: Partial<ReportInput> = {}): Promise<Made> {
  return makeReport({ folder: 'telechargements', files, codebooks: [], packages: [], anonymous: false, lang: 'fr', ...more });
}

async function reportOf(names: readonly string[], more: Partial<ReportInput> = {}): Promise<Report> {
  const made = await make(names.map(sample), more);
  if ('errors' in made) throw new Error(made.errors.join('\n'));
  return made.report;
}

async function errorsOf(files: readonly SourceFile[], more: Partial<ReportInput> = {}): Promise<readonly string[]> {
  const made = await make(files, more);
  return 'errors' in made ? made.errors : [];
}

function answersOf(report: Report, name: string) {
  const person = report.people.findIndex((one) => one.name === name);
  return new Map(report.sessions[0]?.participations.find((one) => one.person === person)?.answers.map((answer) => [answer.id, answer]));
}

/** Words with plain blanks. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}

/** The report of all downloads, which most tests look at. */
const whole = reportOf(ALL);

const VERDICTS: Readonly<Record<string, string>> = { correct: 'right', wrong: 'wrong', neutral: 'none' };

/** Answers in a details file, by id, read without the program's readers. */
function detailsByHand(): Map<string, { raw: string; verdict: string }> {
  const rows = decodeText(sample('s1-user-tracks.csv').bytes).split(/\r?\n(?=cmi\.)/);
  const items = new Map<string, Record<string, string>>();
  for (const row of rows) {
    const [, n = '', name = '', value = ''] = /^cmi\.interactions_(\d+)\.(id|student_response|result),"?([\s\S]*?)"?\s*$/.exec(row) ?? [];
    if (name !== '') items.set(n, { ...items.get(n), [name]: decodeEntities(value.replaceAll('""', '"')) });
  }
  const texts = new Map<string, { raw: string; verdict: string }>();
  for (const [, { id = '', student_response: raw = '', result = '' }] of [...items].sort(([a], [b]) => Number(a) - Number(b))) {
    const base = id.replace(/\.\d+$/, '');
    const before = texts.get(base)?.raw ?? '';
    if (raw !== '') texts.set(base, { raw: before + raw, verdict: texts.get(base)?.verdict ?? VERDICTS[result] ?? '' });
  }
  return texts;
}

describe('from a real Moodle’s downloads', () => {
  test('learner 1 has the answers of the details file, question by question', async () => {
    const expected = detailsByHand();
    const given = answersOf(await whole, 'Aline Bernard');
    expect(expected.size).toBe(67);
    expect(Object.fromEntries([...given].map(([id, { raw, verdict }]) => [id, { raw, verdict }]))).toEqual(Object.fromEntries(expected));
  });

  test.each(byHand)('$name: $id is what the table written by hand has', async ({ name, id, words, verdict }) => {
    const answer = answersOf(await whole, name).get(id);
    expect(answer ? [plain(answer.words), answer.verdict] : null).toEqual(words === null ? null : [words, verdict]);
  });

  test('the group: who has finished, who has not, and why; trainers are not counted', async () => {
    const { people, sessions } = await whole;
    const [session] = sessions;
    expect(session?.participations.map(({ person, state, why, score, basis }) => [people[person]?.name, state, why, score, basis])).toEqual(
      [
        ['Aline Bernard', 'done', '', 100, 'completion'],
        ['Bruno Chevalier', 'underway', 'answered', 0, 'completion'],
        ['Chloé Durand', 'underway', 'stopped', 41.38, 'completion'],
        ['Driss El Amrani', 'none', 'unopened', undefined, 'completion'],
        ['Élodie Faure', 'none', 'unopened', undefined, 'completion'],
        ['Farid Gauthier', 'none', 'unopened', undefined, 'completion'],
      ],
    );
    expect(session?.outside).toEqual(['Thérèse Formatrice', 'Noé Tuteur', 'Thérèse Formatrice']);
    expect(session?.participations[0]).toMatchObject({ seconds: 71, first: '2026-11-28T00:45', last: '2026-11-28T00:46', grade: 100 });
    expect(session?.participations[0]?.objectives).toHaveLength(6);
    expect(plain(session?.title ?? '')).toBe('Séance 1 : Le partenariat');
  });

  test('competencies count questions, and scales that are asked twice are compared', async () => {
    const [session] = (await whole).sessions;
    expect(session?.competencies.map(({ id }) => id)).toEqual(['c4-3', 'c4-4', 'c4-5', 'c4-6', 'c4-8', 'c4-9']);
    expect(session?.competencies.at(-2)).toMatchObject({ questions: 1, answered: 2, right: 1 });
    expect(session?.beforeAfter).toHaveLength(6);
    expect(session?.beforeAfter[1]?.moves).toEqual([{ from: 1, to: 1, n: 2 }]);
  });

  test('the report follows its published schema', async () => {
    const report = await whole;
    expect(reportSchema.parse(report)).toEqual(report);
  });

  test.each(['xlsx', 'ods'])('a report of .%s has the same answers', async (ending) => {
    const [text, other] = [await whole, await reportOf([`s1-interactions-all.${ending}`, 's1-completion.csv', BOOK])];
    for (const name of ['Aline Bernard', 'Bruno Chevalier', 'Chloé Durand']) expect(answersOf(other, name)).toEqual(answersOf(text, name));
  });

  test('without ids, as Moodle’s default is, the order of the codebook gives the same answers; cut texts are marked', async () => {
    const [all, plain] = [await whole, await reportOf(['s1-interactions-default.tab_separated.txt', BOOK])];
    for (const name of ['Aline Bernard', 'Bruno Chevalier', 'Chloé Durand']) {
      const expected = answersOf(all, name);
      const given = [...answersOf(plain, name).values()];
      expect(given).toHaveLength(expected.size);
      for (const { id, words, verdict, cut } of given) {
        const whole = expected.get(id);
        expect([id, verdict]).toEqual([id, whole?.verdict]);
        if (cut) expect(whole?.words.startsWith(words)).toBe(true);
        else expect([id, words]).toEqual([id, whole?.words]);
      }
    }
    expect([...answersOf(plain, 'Bruno Chevalier').values()].filter(({ cut }) => cut).map(({ id }) => id)).toContain('s1-preuve');
    expect([...answersOf(plain, 'Chloé Durand').values()].filter(({ cut }) => cut)).toEqual([]);
  });

  test('a report in Spanish has the same answers, dates and scores', async () => {
    const words = {
      Question: 'Pregunta',
      'Réponse correcte': 'Respuesta correcta',
      Réponse: 'Respuesta',
      Résultat: 'Resultado',
      Nom: 'Nombre',
      Tentative: 'Intento',
    };
    const french = decodeText(sample('s1-interactions-all.tab_separated.txt').bytes).replaceAll(
      'samedi 28 novembre 2026',
      'sábado, 28 de noviembre de 2026',
    );
    const [header = '', ...rows] = french.split('\n');
    const spanish = Object.entries(words).reduce((text, [from, to]) => text.replaceAll(from, to), header);
    const made = await make([fileOf('a.txt', [spanish, ...rows].join('\n')), ...ALL.slice(1).map(sample)]);
    if ('errors' in made) throw new Error(made.errors.join('\n'));
    const withoutFile = (report: Report) => report.sessions[0]?.participations.map((one) => ({ ...one, file: '' }));
    expect(withoutFile(made.report)).toEqual(withoutFile(await whole));
  });

  test('several formats of the same report count once, and that with ids wins', async () => {
    const names = [
      's1-interactions-default.tab_separated.txt',
      's1-interactions-all.xlsx',
      's1-basic.ods',
      's1-objectives.xlsx',
      's1-completion.csv',
      BOOK,
    ];
    const [session] = (await reportOf(names)).sessions;
    expect(session?.participations.map(({ attempts }) => attempts)).toEqual([1, 1, 1, 0, 0, 0]);
    expect(session?.participations[1]?.answers.some(({ cut }) => cut)).toBe(false);
  });

  test('the details of a 2004 session need no other report: the file names the person', async () => {
    const { name, bytes } = sample('s1-user-tracks.csv');
    const report = await make([{ name: `aline-bernard_${name}`, bytes }, sample(BOOK)]);
    expect('report' in report && report.report.people.map((one) => one.name)).toEqual(['aline bernard s1 user tracks']);
    expect('report' in report && report.report.sessions[0]?.participations[0]).toMatchObject({
      state: 'done',
      basis: 'details',
      score: 100,
    });
  });

  test('files that were not used are named in notes', async () => {
    const tracks = decodeText(sample('s1-user-tracks.csv').bytes)
      .split(/\r?\n(?=cmi\.)/)
      .filter((line) => !/_(?:\d{2}|[3-9])\./.test(line));
    const made = await make([
      ...ALL.filter((name) => !name.includes('tracks')).map(sample),
      fileOf('x.csv', tracks.join('\n')),
      fileOf('a.txt', 'Bonjour'),
    ]);
    const hidden = await make([...ALL.map(sample), fileOf('a.txt', 'Bonjour')], { anonymous: true });
    expect('report' in hidden && hidden.report.notes).toEqual([]);
    expect('report' in made && made.report.notes.map(plain)).toEqual([
      'a.txt n’est pas un téléchargement reconnu : il n’est pas pris en compte.',
      'x.csv : ces « Détails du parcours » ne sont ceux d’aucune tentative, ou de plusieurs. Donnez au fichier le nom de la personne.',
    ]);
  });

  test('anonymous: initials, no address, no file of a name, anywhere', async () => {
    const made = await make(ALL.map(sample), { anonymous: true });
    if ('errors' in made) throw new Error('not made');
    expect(made.report.people[0]).toEqual({ name: 'A.\u00a0B.', email: '', homonym: false, sheet: 'releve-001.html' });
    for (const { name, text } of made.outputs)
      expect([name, /Bernard|Chevalier|Tuteur|@example/.exec(`${name}\n${text}`)?.[0]]).toEqual([name, undefined]);
  });

  test('same downloads, same bytes', async () => {
    const [one, two] = [await make(ALL.map(sample)), await make(ALL.map(sample))];
    expect(one).toEqual(two);
    if ('errors' in one) throw new Error('not made');
    const { report, outputs } = one;
    const texts = new Map(outputs.map(({ name, text }) => [name, text]));
    expect([...texts.keys()]).toEqual([
      'bilan.html',
      ...report.people.map(({ sheet }) => sheet),
      ...['resultats.csv', 'competences.csv', 'preuves-indicateur-11.csv', 'report.json'],
    ]);
    expect(texts.get('report.json')).toBe(`${JSON.stringify(report)}\n`);
    for (const { name, sheet } of report.people) expect(texts.get(sheet)).toContain(` – ${name}</title>`);
  });
});

describe('what can’t be used is a sentence, and makes no file', () => {
  const text = decodeText(sample('s1-interactions-all.tab_separated.txt').bytes);
  const plain = decodeText(sample('s1-interactions-default.tab_separated.txt').bytes);

  test.each([
    [
      'a folder of unrelated files',
      [fileOf('a.txt', 'Bonjour'), { name: 'b.png', bytes: new Uint8Array([1, 2]) }],
      /Aucun téléchargement reconnu dans telechargements/,
    ],
    ['no codebook', [sample(ALL[0] ?? '')], /guide des réponses/],
    [
      'the download of another course',
      [fileOf('autre.txt', text.replaceAll(/\b(s1|b1)-/g, 'z$1-')), sample(BOOK)],
      /^autre\.txt vient d’une autre séance/,
    ],
    [
      'a truncated .xlsx',
      [{ name: 'coupe.xlsx', bytes: sample('s1-interactions-all.xlsx').bytes.subarray(0, 9000) }, sample(BOOK)],
      /^coupe\.xlsx est endommagé/,
    ],
    [
      'answers in another order without ids',
      [fileOf('ordre.txt', plain.replaceAll(/\t(a,b,c|b,c,a)\t/g, '\tt\t')), sample(BOOK)],
      /^ordre\.txt n’a pas les identifiants.*« Résumé de question »/,
    ],
  ])('%s', async (_, files, sentence) => {
    const errors = await errorsOf(files);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.replaceAll('\u00a0', ' ')).toMatch(sentence);
  });

  test('each file has its sentence, in the order of the files', async () => {
    const broken = ['b.xlsx', 'a.xlsx'].map((name) => fileOf(name, 'Nom,Tentative'));
    expect((await errorsOf(broken)).map((error) => error.slice(0, 6))).toEqual(['b.xlsx', 'a.xlsx']);
  });

  test('in a page no message names an option of the command', async () => {
    const page = { folder: 'ces fichiers', isInPage: true } as const;
    const alone = [sample(ALL[0] ?? '')];
    const other = [fileOf('autre.txt', text.replaceAll(/\b(s1|b1)-/g, 'z$1-')), sample(BOOK)];
    expect(await errorsOf(alone)).toEqual([expect.stringContaining('--codebook')]);
    expect(await errorsOf(alone, page)).toEqual([expect.stringMatching(/^(?!.*--).*ajoutez-le à ces fichiers\.$/)]);
    expect(await errorsOf(other, page)).toEqual([expect.stringMatching(/^autre\.txt (?!.*--).*enlevez ce fichier\.$/)]);
    expect(await errorsOf([fileOf('a.txt', 'Bonjour')], page)).toEqual([expect.stringContaining('ces fichiers')]);
  });

  test('a file that was named as a codebook or package is none', async () => {
    const other = fileOf('a.csv', 'a;b\n1;2\n');
    expect(await errorsOf(ALL.map(sample), { codebooks: [other] })).toEqual(['a.csv n’est pas un guide des réponses de Cartable.']);
    const named = await make(ALL.filter((name) => name !== BOOK).map(sample), { codebooks: [sample(BOOK)] });
    expect('report' in named && named.report).toEqual(await whole);
    expect(await errorsOf(ALL.map(sample), { codebooks: [sample('s1-completion.csv')] })).toHaveLength(1);
    expect(await errorsOf(ALL.map(sample), { packages: [other], lang: 'en' })).toEqual(['a.csv is not a package of Cartable.']);
  });

  test.each(['codebooks', 'packages'] as const)('a damaged file among the %s has one sentence: that it is damaged', async (role) => {
    const damaged = { name: 'p.xlsx', bytes: sample('s1-interactions-all.xlsx').bytes.subarray(0, 9000) };
    expect(await errorsOf(ALL.map(sample), { [role]: [damaged] })).toEqual([expect.stringMatching(/^p\.xlsx est endommagé/)]);
  });
});

/** A short session about trams, and a group that writes hostile things. */
const HOSTILE = [
  '=HYPERLINK("http://x")',
  '+1',
  '@SUM(A1)',
  '-2+3',
  '<img src=x onerror=alert(1)>',
  'a\u0000b',
  `"; '${'x'.repeat(65_536)}`,
];

function hostileFiles(): SourceFile[] {
  const book = readCsv(decodeText(sample(BOOK).bytes).replace(/^\ufeff/, ''), ';');
  const lines = book.filter(([id]) => ['identifiant', 's1-premiere-definition', 's1-coup-oeil'].includes(id ?? ''));
  const quoted = (cells: readonly string[], separator: string): string =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator);
  const header = ['Nom', 'Courriel', 'T', 'D', 'A', 'R', 'S', ...[0, 1].flatMap((n) => ['Q', 'R', 'C', 'V'].map((name) => `${name} ${n}`))];
  const rows = HOSTILE.map((text, index) => [
    ...[`${text.slice(0, 60)} N${index}`, `p${index}@example.invalid`, '1', '1 mai 2026, 10:00', '1 mai 2026, 11:00', '5', '5'],
    ...['s1-premiere-definition', text.replaceAll('<', '&lt;'), '', 'neutral', 's1-coup-oeil', 'c', 'c', 'correct'],
  ]);
  return [
    fileOf('a.txt', [header, ...rows].map((row) => quoted(row, '\t')).join('\n')),
    fileOf('b.csv', lines.map((line) => quoted(line, ';')).join('\r\n')),
  ];
}

test('hostile names and answers run neither in a spreadsheet nor in a page', async () => {
  const made = await make(hostileFiles());
  if ('errors' in made) throw new Error(made.errors.join('\n'));
  expect(made.report.people).toHaveLength(HOSTILE.length);
  for (const { name, text } of made.outputs) {
    expect(name).toMatch(/^[a-z0-9.-]+$/);
    expect([name, text.includes('\0'), name.endsWith('.html') && text.includes('<img')]).toEqual([name, false, false]);
    if (!name.endsWith('.csv')) continue;
    const cells = readCsv(text.replace(/^\ufeff/, ''), ';').flat();
    expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell) && !/^-?\d+(?:,\d+)?$/.test(cell))).toEqual([]);
  }
  const answers = made.report.sessions[0]?.participations.flatMap((one) =>
    one.answers.filter(({ id }) => id === 's1-premiere-definition').map(({ words }) => words),
  );
  expect(answers?.sort()).toEqual(HOSTILE.map((text) => text.replace('\0', '')).sort());
});
