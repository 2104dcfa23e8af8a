import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { activityTypes } from '../build/activities.ts';
import { createProgram } from '../build/commands/program.ts';
import { cohortSchema, courseSchema } from '../build/course-file.ts';
import { Diagnostics } from '../build/diagnostics.ts';
import { prepareCourse } from '../build/prepare-course.ts';
import { readYaml } from '../build/yaml.ts';
import { together } from '../src/model/chapters.ts';
import { ranks, statusTable } from '../src/model/status.ts';
import { exampleOf, root, types } from './helpers/examples-project.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(root, path)));
const documents = tracked.filter((path) => /^(README|CONTRIBUTING|CHANGELOG)\.md$|^docs\/.*\.md$/.test(path));
const guide = read('docs/ecrire-une-seance.md');

interface Fence {
  readonly language: string;
  readonly text: string;
}

function fencesOf(text: string): Fence[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', inside = '']) => ({ language, text: inside }));
}

/** The text under the heading that names a type, down to the next heading of its level or above; fences have headings of their own. */
function sectionOf(type: string): string {
  const masked = guide.replace(/^```[\s\S]*?^```$/gm, (fence) => fence.replace(/^#/gm, '\0'));
  const section = masked.split(/^(?=#{1,3} )/m).find((part) => part.split('\n')[0]?.endsWith(`: \`${type}\``));
  return section?.replace(/\0/g, '#') ?? '';
}

describe("the author's guide", () => {
  test.each(types)('%s has a section with its example and its attributes', (type) => {
    const section = sectionOf(type);
    expect(fencesOf(section)[0]?.text.trimEnd()).toBe(exampleOf(type).trimEnd());
    // The row of an attribute, or the words that stand for it elsewhere.
    const named = [...section.matchAll(/`([a-z][a-z-]*)(?:=[^`]*)?`/g)].map(([, name]) => name);
    expect(named).toEqual(expect.arrayContaining(Object.keys(activityTypes().get(type)?.options.shape ?? {})));
  });

  test.each(types)('%s has the name there that the accessibility statement gives it', (type) => {
    const { strings } = activityTypes().get(type) ?? {};
    const [heading = ''] = /^### .+/.exec(sectionOf(type)) ?? [];
    const words = heading
      .replace(/^### (?:Une? )?/, '')
      .replace(/ : `.+/, '')
      .replaceAll("'", '’');
    expect((strings?.fr['print.name'] ?? strings?.fr.label)?.toLowerCase()).toBe(words.toLowerCase());
  });
});

const BANK = fencesOf(guide).find(({ text }) => /^---\ntitle:/.test(text))?.text ?? '';
const COURSE = `id: depot
title: Dépôt
competencies: [{ id: c4-5, title: Analyser }, { id: c4-6, title: Agir }, { id: c4-9, title: Veiller }]
variables: { referent: votre référent, mur: "https://mur.example.org" }
`;

/** Makes a course of one module from a piece of a document, and gives the codes of what is wrong in it. */
function problemsIn(text: string): string[] {
  const folder = join(mkdtempSync(join(tmpdir(), 'cartable-docs-')), 'depot');
  for (const name of ['banks', 'commun', 'assets']) mkdirSync(join(folder, name), { recursive: true });
  for (const type of types) {
    const assets = join(root, 'templates', type, 'assets');
    if (existsSync(assets)) cpSync(assets, join(folder, 'assets'), { recursive: true });
  }
  writeFileSync(join(folder, 'commun/contact.md'), 'Écrivez à {{referent}}.\n');
  writeFileSync(join(folder, 'banks/seance-1.md'), BANK);
  const id = /^---\nid: (\S+)/.exec(text)?.[1] ?? 'essai';
  const body = text === BANK ? '::quiz{#essai-quiz bank="banks/seance-1.md"}' : text;
  const page = /^#\s/.test(body) ? body : `# Page {#page}\n\n${body}`;
  writeFileSync(
    join(folder, `${id}.md`),
    /^---\nid:/.test(text) ? text : `---\nid: ${id}\ntitle: Essai\ncompletion: visited\n---\n\n${page}\n`,
  );
  writeFileSync(join(folder, 'course.yaml'), `${COURSE}modules: [${id}]\n`);
  const diagnostics = new Diagnostics();
  prepareCourse(folder, { provisional: false, builtBefore: [] }, diagnostics);
  // A page of another site is a warning wherever it stands.
  return diagnostics.list.filter(({ code }) => code !== 'other-site').map(({ code, at }) => `${code}:${at.line}`);
}

describe.each(['README.md', 'docs/ecrire-une-seance.md'])('%s', (path) => {
  const fences = fencesOf(read(path));

  test.each(
    fences
      .filter(({ language }) => language === 'markdown')
      .map(({ text }) => [text.trim().split('\n').slice(0, 2).join(' ').slice(0, 60), text]),
  )('can be built: %s', (_, text) => expect(problemsIn(text)).toEqual([]));

  test.each(fences.filter(({ language }) => language === 'yaml').map(({ text }) => text))('fits its schema: %s', (text) => {
    const diagnostics = new Diagnostics();
    const schema = text.startsWith('id:') ? courseSchema : cohortSchema;
    expect(readYaml(text, 'depot.yaml', schema, diagnostics)).not.toBeNull();
    expect(diagnostics.list).toEqual([]);
  });
});

test('the first source of README is part of the first session', () => {
  const [source] = fencesOf(read('README.md'));
  expect(source?.language).toBe('markdown');
  expect(read('modules/partenariats-reseaux/seance-1.md')).toContain(source?.text);
});

test('the page on the course names its activities by their types, each row of the deck once', () => {
  const page = read('docs/partenariats-reseaux.md');
  const sources = [1, 2, 3].map((session) => read(`modules/partenariats-reseaux/seance-${session}.md`)).join('\n');
  const typeOf = new Map([...sources.matchAll(/^:::?([a-z-]+)\{#([a-z0-9-]+)/gm)].map(([, type = '', id = '']) => [id, type]));
  // A type in brackets goes for all ids since the one before.
  const named = [...page.matchAll(/((?:`s\d-[a-z0-9-]+`[^(|\n]*)+)\(([a-z-]+)\)/g)].flatMap(([, ids = '', type]) =>
    [...ids.matchAll(/`(s\d-[a-z0-9-]+)`/g)].map(([, id = '']) => [id, type]),
  );
  expect(named).toEqual(named.map(([id = '']) => [id, typeOf.get(id)]));
  const numbers = [12, 11, 8].flatMap((count, session) => Array.from({ length: count }, (_, row) => `${session + 1}.${row + 1}`));
  expect([...page.matchAll(/^\| (\d\.\d+) \|/gm)].map(([, number]) => number)).toEqual(numbers);
});

test("the architecture's table of states is that of the code", () => {
  const rows = statusTable();
  const word = (fact: boolean): string => (fact ? 'yes' : 'no');
  const lines = rows
    .filter(({ prior }) => prior === 'incomplete')
    .map(({ mark, done, spent }) => {
      const next = ranks.map(
        (prior) => rows.find((row) => row.prior === prior && row.mark === mark && row.done === done && row.spent === spent)?.status,
      );
      return `| ${[mark, word(done), word(spent), ...next].join(' | ')} |`;
    });
  const [, table = ''] = /<!-- status table -->\n([\s\S]*?)<!-- end -->/.exec(read('docs/architecture.md')) ?? [];
  expect(table.trimEnd().split('\n').slice(2)).toEqual(lines);
  expect(table.split('\n')[0]).toBe(
    `| pass mark | rule fulfilled | last attempts used | ${ranks.map((status) => `was ${status}`).join(' | ')} |`,
  );
});

test("the architecture's table of chapters is that of the code", () => {
  const [, table = ''] = /<!-- chapter table -->\n([\s\S]*?)<!-- end -->/.exec(read('docs/architecture.md')) ?? [];
  const cells = table
    .trimEnd()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  expect(cells[0]?.slice(1, 5)).toEqual(['one is incomplete', 'else one is failed', 'else one is passed', 'the whole']);
  const lines = cells.slice(2).map((row) => row.slice(1, 5));
  const some = ranks.flatMap((one) => ranks.flatMap((two) => ranks.map((three) => [one, two, three])));
  for (const statuses of some) {
    const facts = (['incomplete', 'failed', 'passed'] as const).map((status) => statuses.includes(status));
    const found = lines.filter((row) => facts.every((fact, index) => row[index] === '' || row[index] === (fact ? 'yes' : 'no')));
    expect([statuses, found.map((row) => row[3])]).toEqual([statuses, [together(statuses)]]);
  }
  expect(together([])).toBe('incomplete');
});

describe('commands and scripts', () => {
  const program = createProgram({ language: 'en', version: '0', output: {}, run: async () => {} });
  const commands = new Map(program.commands.map((command) => [command.name(), command]));
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));

  test.each(documents)('%s names only those that exist', (path) => {
    const text = read(path);
    for (const [, name = ''] of text.matchAll(/npm run ([a-z-]+)/g)) expect(Object.keys(scripts)).toContain(name);
    for (const [, name = '', rest = ''] of text.matchAll(/`[^`\n]*\bcartable ([a-z]+)([^`\n]*)`/g)) {
      const command = commands.get(name);
      expect(command, `cartable ${name}`).toBeDefined();
      const known = command?.options.map((option) => option.long) ?? [];
      for (const [option] of rest.matchAll(/--[a-z-]+/g)) expect(known, `cartable ${name} ${option}`).toContain(option);
    }
  });
});

/** What a heading's address is on the pages of a repository's host. */
function anchorOf(heading: string): string {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

const withoutFences = (text: string): string => text.replace(/^```[\s\S]*?^```$/gm, '');

test.each(documents)('%s: its links lead somewhere', (path) => {
  for (const [, address = ''] of withoutFences(read(path))
    .replace(/`[^`\n]*`/g, '')
    .matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^https?:/.test(address)) continue;
    const [file = '', anchor] = address.split('#');
    const target = file === '' ? path : join(dirname(path), file);
    expect(existsSync(join(root, target)), `${path}: ${address}`).toBe(true);
    if (anchor === undefined) continue;
    const headings = [...withoutFences(read(target)).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
    expect(headings, `${path}: ${address}`).toContain(anchor);
  }
});

test('a comment that names a line of moodle.md or scorm.md finds it', () => {
  const lines = (path: string): string[] => [...read(path).matchAll(/^(\d+)\. /gm)].map(([, number = '']) => number);
  const known = { moodle: lines('docs/moodle.md'), scorm: lines('docs/scorm.md') };
  for (const numbers of Object.values(known)) expect(numbers).toEqual(numbers.map((_, index) => String(index + 1)));
  for (const path of tracked.filter((name) => /\.(ts|js|css|hbs|md)$/.test(name) && !name.startsWith('modules/'))) {
    for (const [, book, numbers = ''] of read(path).matchAll(/\b(moodle|scorm)\.md`? (\d+(?:, \d+)*)/g)) {
      expect(known[book as keyof typeof known], `${path}: ${book}.md ${numbers}`).toEqual(expect.arrayContaining(numbers.split(', ')));
    }
  }
});

test('decisions are numbered without a gap, and say why and at what cost', () => {
  const names = readdirSync(join(root, 'docs/decisions')).sort();
  expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1));
  for (const name of names) {
    const text = read(`docs/decisions/${name}`);
    expect([...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading).slice(1), name).toEqual(['Context', 'Decision', 'Cost']);
    expect(text.split('\n')[0], name).toMatch(new RegExp(`^# ${Number(name.slice(0, 4))}\\. `));
  }
});

test('CONTRIBUTING stays short', () => {
  expect(read('CONTRIBUTING.md').split('\n').length).toBeLessThan(150);
});
