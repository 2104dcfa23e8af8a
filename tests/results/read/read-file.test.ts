import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Found, RawAttempt, SourceFile } from '../../../build/results/model.ts';
import { readFile } from '../../../build/results/read/read-file.ts';
import { fileOf, sample } from './samples.ts';

async function read(file: SourceFile): Promise<{ found: Found; broken: readonly string[] }> {
  const broken: string[] = [];
  const found = await readFile(file, ({ key }) => broken.push(key));
  return { found, broken };
}

async function attemptsIn(name: string): Promise<readonly RawAttempt[]> {
  const { found } = await read(sample(name));
  if (found.kind !== 'attempts') throw new Error(`${name} is ${found.kind}`);
  return found.attempts;
}

test.each([
  ['s1-interactions-all.tab_separated.txt', 'attempts'],
  ['s1-interactions-all.xlsx', 'attempts'],
  ['s1-interactions-all.ods', 'attempts'],
  ['s1-interactions-default.tab_separated.txt', 'attempts'],
  ['s1-basic.tab_separated.txt', 'attempts'],
  ['s1-basic.xlsx', 'attempts'],
  ['s1-basic.ods', 'attempts'],
  ['s1-objectives.tab_separated.txt', 'attempts'],
  ['s1-objectives.xlsx', 'attempts'],
  ['s1-objectives.ods', 'attempts'],
  ['s1-user-tracks.csv', 'details'],
  ['s1-user-tracks.json', 'details'],
  ['s1-user-tracks.ods', 'details'],
  ['s1-completion.csv', 'completion'],
  ['s1-completion-excel.csv', 'completion'],
  ['s1-grades.csv', 'grades'],
  ['seance-1.codebook.csv', 'codebook'],
])('%s is recognised as %s by its structure', async (name, kind) => {
  const { found, broken } = await read(sample(name));
  expect([found.kind, broken]).toEqual([kind, []]);
});

describe('the same report in every format', () => {
  const plain = (attempts: readonly RawAttempt[]) => attempts.map(({ file: _, ...rest }) => rest);

  test.each(['xlsx', 'ods'])('Interactions: .%s has what the text has', async (ending) => {
    expect(plain(await attemptsIn(`s1-interactions-all.${ending}`))).toEqual(
      plain(await attemptsIn('s1-interactions-all.tab_separated.txt')),
    );
  });

  test.each(['basic', 'objectives'])('%s: .xlsx and .ods have what the text has', async (report) => {
    const text = plain(await attemptsIn(`s1-${report}.tab_separated.txt`));
    expect(plain(await attemptsIn(`s1-${report}.xlsx`))).toEqual(text);
    expect(plain(await attemptsIn(`s1-${report}.ods`))).toEqual(text);
  });

  test.each(['json', 'ods'])('Track details: .%s has what the CSV has', async (ending) => {
    const [csv, other] = [(await read(sample('s1-user-tracks.csv'))).found, (await read(sample(`s1-user-tracks.${ending}`))).found];
    expect(csv.kind === 'details' && { ...csv.details, file: '' }).toEqual(other.kind === 'details' && { ...other.details, file: '' });
  });

  test('completion: UTF-16 with tabs has what UTF-8 with commas has', async () => {
    expect((await read(sample('s1-completion-excel.csv'))).found).toEqual((await read(sample('s1-completion.csv'))).found);
  });
});

test('the details give status, score, time, answers and objectives', async () => {
  const { found } = await read(sample('s1-user-tracks.csv'));
  expect(found).toMatchObject({ kind: 'details', details: { status: 'passed', score: 100, seconds: 71 } });
  const { details } = found as Extract<Found, { kind: 'details' }>;
  expect(details.objectives).toHaveLength(6);
  expect(details.objectives[0]).toEqual({ id: 'c4-3', status: 'passed', score: 100 });
  expect(details.answers.find(({ id }) => id === 's1-coup-oeil')).toEqual({
    place: 1,
    id: 's1-coup-oeil',
    response: 'c',
    result: 'correct',
  });
});

test('the details of SCORM 2004 are read, as is what the web service answers', async () => {
  const elements = {
    'cmi.interactions.0.id': 'quai.a',
    'cmi.interactions.0.learner_response': 'b[,]c',
    'cmi.interactions.0.result': 'incorrect',
    'cmi.completion_status': 'incomplete',
    'cmi.success_status': 'unknown',
    'cmi.score.raw': '40',
    'cmi.total_time': 'PT1H2M3.5S',
  };
  const expected = {
    status: 'incomplete',
    score: 40,
    seconds: 3724,
    answers: [{ place: 0, id: 'quai.a', response: 'b[,]c', result: 'incorrect' }],
  };
  const csv = Object.entries(elements).map((pair) => pair.join(';'));
  const json = { data: { attempt: 1, tracks: Object.entries(elements).map(([element, value]) => ({ element, value })) } };
  for (const file of [fileOf('a.csv', ['Elemento;Valor', ...csv].join('\n')), fileOf('a.json', JSON.stringify(json))]) {
    expect((await read(file)).found).toMatchObject({ kind: 'details', details: expected });
  }
});

describe('files that can’t be used', () => {
  const xlsx = sample('s1-interactions-all.xlsx');
  const text = sample('s1-interactions-all.tab_separated.txt');

  test.each([
    ['a truncated .xlsx', { name: 'a.xlsx', bytes: xlsx.bytes.subarray(0, xlsx.bytes.length / 2) }],
    ['a text that ends within someone’s answers', { name: 'a.txt', bytes: text.bytes.subarray(0, text.bytes.length / 2) }],
    ['a text that is named .xlsx', fileOf('a.xlsx', 'Nom,Tentative\n')],
    ['a text that is named .XLSX', fileOf('a.XLSX', 'Nom,Tentative\n')],
    ['a text that is named .ods', fileOf('a.ods', 'Nom,Tentative\n')],
    [
      'an .ods without its sheet',
      { name: 'a.ods', bytes: zipSync({ 'content.xml': new TextEncoder().encode('<office') }).subarray(0, 40) },
    ],
  ])('%s is reported as broken', async (_, file) => {
    expect(await read(file)).toEqual({ found: { kind: 'unknown' }, broken: ['error.broken'] });
  });

  test('a broken file is named', async () => {
    const messages: object[] = [];
    await readFile(fileOf('a.xlsx', 'Nom,Tentative\n'), (message) => messages.push(message));
    expect(messages).toEqual([{ key: 'error.broken', values: { file: 'a.xlsx' } }]);
  });

  test.each([
    ['a table in a file of another kind', { name: 'a.png', bytes: text.bytes }],
    ['a table in a copy', { name: 'a.txt.bak', bytes: text.bytes }],
    ['a package whose description is not understood', { name: 'a.zip', bytes: zipSync({ 'cartable.json': new Uint8Array([123]) }) }],
    ['a picture', { name: 'photo.png', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]) }],
    ['an empty file', { name: 'a.csv', bytes: new Uint8Array() }],
    ['a letter', fileOf('notes.txt', 'Bonjour,\nvoici les notes.')],
    ['another table', fileOf('notes.csv', 'Nom;Note\nAline;12\nBruno;8\n')],
    ['a zip of something else', { name: 'a.zip', bytes: zipSync({ 'a.txt': new Uint8Array([65]) }) }],
    ['a list in JSON', fileOf('a.json', '[1, {"a": "b"}]')],
    ['an empty spreadsheet', fileOf('a.xlsx', '')],
  ])('%s is unknown, and no mistake', async (_, file) => {
    expect(await read(file)).toEqual({ found: { kind: 'unknown' }, broken: [] });
  });

  test('a package is one by its description', async () => {
    const bytes = zipSync({ 'cartable.json': new TextEncoder().encode('{"course":"pain","content":"d"}') });
    expect((await read({ name: 'pain.zip', bytes })).found).toMatchObject({ kind: 'package', facts: { file: 'pain.zip', course: 'pain' } });
  });

  test('details in JSON may begin with an empty line, and a table with a bracket', async () => {
    const tracks = '[{"element":"cmi.core.score.raw","value":"7"}]';
    const one = await read(fileOf('a.json', ` \n${tracks}`));
    const other = await read(fileOf('a.json', tracks.slice(1, -1)));
    const table = await read(fileOf('a.csv', '[a,b,c,d,e\nIna,M,i@example.org,5,1767261600\n'));
    expect([one, other, table].map(({ found }) => found.kind)).toEqual(['details', 'details', 'grades']);
  });

  test('a text is one by the end of its name', async () => {
    expect((await read({ name: 'a.xlsx.TXT', bytes: text.bytes })).found.kind).toBe('attempts');
    expect((await read({ name: 'a.tsv', bytes: text.bytes })).found.kind).toBe('attempts');
  });

  test('a workbook is one by its content, whatever its name', async () => {
    const { bytes } = sample('s1-interactions-all.xlsx');
    expect((await read({ name: 'interactions.csv', bytes })).found.kind).toBe('attempts');
  });
});
