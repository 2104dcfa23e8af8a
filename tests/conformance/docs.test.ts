import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../../build/cli/program.ts';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import en from '../../build/diagnostics/en.json' with { type: 'json' };
import fr from '../../build/diagnostics/fr.json' with { type: 'json' };
import { cohortSchema, courseSchema } from '../../build/model/course-file.ts';
import { readYaml } from '../../build/stages/read/yaml.ts';
import { slugOf } from '../../build/toolchain/site/slugs.ts';
import { activityTypes } from '../../build/types/activities.ts';
import { together } from '../../src/model/course/chapters.ts';
import { ranks, statusTable } from '../../src/model/judging/status.ts';
import { exampleOf, root, types } from '../helpers/examples-project.ts';
import { fencesOf, type Guide, guides, missingSection, problemsIn, sectionOf, withoutFences } from '../helpers/guides.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(root, path)));
const documents = tracked.filter((path) => /^[A-Z_]+(?:\.en)?\.md$|^(?:docs|create-cartable)\/.*\.md$/.test(path));

describe.each(guides)("the author's guide in $lang", (guide) => {
  test.each(types)('%s has a section with its example and its attributes', (type) => {
    const section = sectionOf(guide, type);
    expect(section, missingSection(guide, type)).not.toBe('');
    // The type's own, letter by letter.
    expect(fencesOf(section)[0]?.text.trimEnd(), `${guide.path}: the example of “${type}”`).toBe(exampleOf(type, guide.lang).trimEnd());
    // The row of an attribute, or the words that stand for it elsewhere.
    const named = [...section.matchAll(/`([a-z][a-z-]*)(?:=[^`]*)?`/g)].map(([, name]) => name);
    expect(named, `${guide.path}: attributes of “${type}”`).toEqual(
      expect.arrayContaining(Object.keys(activityTypes.get(type)?.attributes.shape ?? {})),
    );
  });

  test.each(types)('%s has the name there that the accessibility statement gives it', (type) => {
    const strings = activityTypes.get(type)?.strings[guide.lang];
    const [heading = ''] = /^### .+/.exec(sectionOf(guide, type)) ?? [];
    const words = heading
      .replace(guide.lang === 'fr' ? /^### (?:Une? )?/ : /^### /, '')
      .replace(/ ?: `.+/, '')
      .replaceAll("'", '’');
    expect((strings?.['print.name'] ?? strings?.label)?.toLowerCase()).toBe(words.toLowerCase());
  });

  test('what it quotes of errors is what the program says', () => {
    const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '');
    const problems = Object.values({ fr, en }[guide.lang]).map(({ problem }) => letters(problem.replace(/\{[a-z]+\}/g, '')));
    const quotes = [...withoutFences(guide.text).matchAll(/^\| [«“](.+)[»”] \| .+ \|$/gm)].map(([, quote = '']) => quote);
    expect(quotes.length).toBeGreaterThan(10);
    for (const quote of quotes) {
      const pieces = quote.split(/…|\d+/).map(letters);
      expect(
        problems.some((problem) => new RegExp(pieces.join('.*')).test(problem)),
        quote,
      ).toBe(true);
    }
  });

  test('it has the parts of the other, in the same order', () => {
    const levels = ({ text }: Guide): string[] =>
      [...withoutFences(text).matchAll(/^(#+) .*?(: `[a-z-]+`)?$/gm)].map(([, level = '', type = '']) => `${level}${type}`);
    for (const other of guides) expect(levels(guide)).toEqual(levels(other));
  });

  test.each(types)('%s: it gives the numbers there that the other gives', (type) => {
    const numbersIn = (other: Guide): string[] =>
      [
        ...withoutFences(sectionOf(other, type))
          .replace(/`[^`\n]*`/g, '')
          .replace(/(?<=\d)[ ,](?=\d{3})/g, '')
          .matchAll(/\d+/g),
      ]
        .map(([number]) => number)
        .sort();
    for (const other of guides) expect(numbersIn(guide)).toEqual(numbersIn(other));
  });

  const fences = [...fencesOf(guide.text), ...fencesOf(read(guide.lang === 'fr' ? 'README.md' : 'README.en.md'))];

  test.each(
    fences
      .filter(({ language }) => language === 'markdown')
      .map(({ text }) => [text.trim().split('\n').slice(0, 2).join(' ').slice(0, 60), text]),
  )('can be built: %s', (_, text) => expect(problemsIn(text, guide)).toEqual([]));

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
  const sources = ['1', '2', '3', '3-note'].map((session) => read(`modules/partenariats-reseaux/seance-${session}.md`)).join('\n');
  const typeOf = new Map([...sources.matchAll(/^:::?([a-z-]+)\{#([a-z0-9-]+)/gm)].map(([, type = '', id = '']) => [id, type]));
  // A type in brackets goes for all ids since the one before.
  const named = [...page.matchAll(/((?:`s\d-[a-z0-9-]+`[^(|\n]*)+)\(([a-z-]+)\)/g)].flatMap(([, ids = '', type]) =>
    [...ids.matchAll(/`(s\d-[a-z0-9-]+)`/g)].map(([, id = '']) => [id, type]),
  );
  expect(named).toEqual(named.map(([id = '']) => [id, typeOf.get(id)]));
  const numbers = [12, 11, 8].flatMap((count, session) => Array.from({ length: count }, (_, row) => `${session + 1}.${row + 1}`));
  expect([...page.matchAll(/^\| (\d\.\d+) \|/gm)].map(([, number]) => number)).toEqual(numbers);
});

test("the runtime page's table of states is that of the code", () => {
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
  const [, table = ''] = /<!-- status table -->\n([\s\S]*?)<!-- end -->/.exec(read('docs/runtime.md')) ?? [];
  expect(table.trimEnd().split('\n').slice(2)).toEqual(lines);
  expect(table.split('\n')[0]).toBe(
    `| pass mark | rule fulfilled | last attempts used | ${ranks.map((status) => `was ${status}`).join(' | ')} |`,
  );
});

test("the runtime page's table of chapters is that of the code", () => {
  const [, table = ''] = /<!-- chapter table -->\n([\s\S]*?)<!-- end -->/.exec(read('docs/runtime.md')) ?? [];
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

test.each(types)("%s: the English guide's column of defaults is that of the code", (type) => {
  const section = sectionOf(guides.find(({ lang }) => lang === 'en') as Guide, type);
  for (const [key, field] of Object.entries(activityTypes.get(type)?.attributes.shape ?? {})) {
    const { defaultValue } = (field as { def: { defaultValue?: unknown } }).def;
    if (defaultValue === undefined || typeof defaultValue === 'boolean') continue;
    const [, cell] = new RegExp(`^\\| \`${key}[=\`].* \\| (.+) \\|$`, 'm').exec(section) ?? [];
    expect(cell, key).toBe(typeof defaultValue === 'number' ? defaultValue.toLocaleString('en') : `\`${defaultValue}\``);
  }
});

describe('commands and scripts', () => {
  const program = createProgram({ language: 'en', version: '0', output: {}, run: async () => {} });
  const commands = new Map(program.commands.map((command) => [command.name(), command]));
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));

  test.each(documents)('%s names only those that exist', (path) => {
    const text = read(path);
    for (const [, name = ''] of text.matchAll(/npm run ([a-z-]+(?::[a-z-]+)*)/g)) expect(Object.keys(scripts)).toContain(name);
    for (const [, name = '', rest = ''] of text.matchAll(/`[^`\n]*(?<!create )\bcartable ([a-z]+)([^`\n]*)`/g)) {
      const command = commands.get(name);
      expect(command, `cartable ${name}`).toBeDefined();
      const known = [...program.options, ...(command?.options ?? [])].map((option) => option.long);
      for (const [option] of rest.matchAll(/--[a-z-]+/g)) expect(known, `cartable ${name} ${option}`).toContain(option);
    }
  });
});

test.each(documents)('%s: its links lead somewhere', (path) => {
  for (const [, address = ''] of withoutFences(read(path))
    .replace(/`[^`\n]*`/g, '')
    .matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^https?:/.test(address)) continue;
    const [file = '', anchor] = address.split('#');
    const target = file === '' ? path : join(dirname(path), file);
    expect(existsSync(join(root, target)), `${path}: ${address}`).toBe(true);
    if (anchor === undefined) continue;
    const headings = [...withoutFences(read(target)).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
      slugOf(heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')),
    );
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

test('each decision has date, status, context and cost, and a row in the index', () => {
  const names = readdirSync(join(root, 'docs/decisions'))
    .filter((name) => name !== 'README.md')
    .sort();
  const rows = names.map((name) => {
    const text = read(`docs/decisions/${name}`);
    const number = Number(name.slice(0, 4));
    expect(
      [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading),
      name,
    ).toEqual(['Context', 'Decision', 'Cost']);
    const head = /^# (\d+)\. (.+)\n\nDate: (\d{4}-\d\d-\d\d)\n\nStatus: (accepted|superseded by \[\d+\]\(.+\))\n/.exec(text);
    expect(head, `${name}: title, date, status`).not.toBeNull();
    const [, stated, title, date, status] = head ?? [];
    expect(Number(stated), name).toBe(number);
    return `| ${number} | [${title}](${name}) | ${status} | ${date} |`;
  });
  expect(read('docs/decisions/README.md').match(/^\| \d.*$/gm)).toEqual(rows);
});

test.each(['CONTRIBUTING.md', 'docs/architecture.md'])('%s stays short', (path) => {
  expect(read(path).trimEnd().split('\n').length).toBeLessThanOrEqual(150);
});
