import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { Memo } from '../../../build/memo.ts';
import { openCourse } from '../../../build/open-course.ts';
import { writeLock } from '../../../build/stages/number/lock.ts';
import { depot, type Files, rames } from '../../bad-input/depot-project.ts';
import { checkDepot, openDepot } from '../../helpers/check-depot.ts';
import { engine } from '../../helpers/engine.ts';
import { question } from '../../helpers/one-course.ts';

const course = (...modules: string[]): Files => ({
  'course.yaml': `id: depot\ntitle: Au dépôt\nlang: fr\nmodules: [${modules.join(', ')}]\npace: page\n`,
});
const session = (id: string, body: string): Files => ({
  [`${id}.md`]: `---\nid: ${id}\ntitle: Une session\ncompletion: visited\n---\n${body}`,
});
const bank = (body: string): Files => ({ 'banks/fonds.md': `---\ntitle: Fonds\n---\n\n${body}` });
const QUIZ = (id: string): string => `::quiz{#${id} bank="banks/fonds.md"}\n`;

describe('ids', () => {
  test('are unique in the course, in the order of its sessions', () => {
    const two = { ...course('soir', 'rames'), ...rames('# Le quai {#quai}\n'), ...session('soir', '# Le soir {#quai}\n') };
    expect(checkDepot(two).found).toEqual(['duplicate-id rames.md:6:1']);
  });

  test('are suggested where they are missing, once all that are written are known', () => {
    const text = rames('# Le quai\n\nUne rame.\n\n# Deux {#le-quai}\n');
    const { found, values } = checkDepot(text);
    expect([found, values?.suggestion]).toEqual([['missing-id rames.md:6:1'], '{#le-quai-2}']);
    expect(checkDepot(text, true).found).toEqual(['warning missing-id rames.md:6:1']);
    const twice = checkDepot(rames('# Le quai\n\n# Deux {#le-quai}\n\n# Trois {#le-quai}\n'));
    expect(twice.found).toEqual(['missing-id rames.md:6:1', 'duplicate-id rames.md:10:1']);
  });

  test('of activities that are gone are not suggested', () => {
    const lockOf = (files: Files): Files => {
      const { lock } = checkDepot(files).course ?? {};
      return lock ? { 'course.lock.yaml': writeLock(lock) } : {};
    };
    const lock = lockOf(rames(`# Le quai {#quai}\n\n${question('quel-frein', 'Quel frein')}`));
    const gone = lockOf({ ...rames('# Le quai {#quai}\n'), ...lock });
    const after = rames(`# Le quai {#quai}\n\n${question('', 'Quel frein').replace('{#}', '')}`);
    const { values } = checkDepot({ ...after, ...gone });
    expect(values?.suggestion).toBe('{#quel-frein-2}');
  });
});

describe('banks', () => {
  const drawing = {
    ...course('rames', 'soir'),
    ...rames(`# Le quai {#quai}\n\n${QUIZ('q1')}`),
    ...session('soir', `# Le soir {#soir-page}\n\n${QUIZ('q2')}`),
  };

  test('are read once, and belong to each session that draws from them', () => {
    const { course: read, found } = checkDepot({ ...drawing, ...bank(question('sable', 'Le sable')) });
    expect(found).toEqual([]);
    expect(read?.modules.map(({ files, banks }) => [[...files].sort(), [...banks.keys()]])).toEqual([
      [['banks/fonds.md', 'rames.md'], ['banks/fonds.md']],
      [['banks/fonds.md', 'soir.md'], ['banks/fonds.md']],
    ]);
  });

  test('with a mistake are reported once', () => {
    const { found } = checkDepot({ ...drawing, ...bank(question('sable', 'Le sable', 'points=deux')) });
    expect(found).toEqual(['bad-attribute banks/fonds.md:5:18']);
  });

  test('an unread question of a bank is unknown to its session', () => {
    const { course: read } = checkDepot({ ...drawing, ...bank(question('sable', 'Le sable').replace('choice', 'choise')) });
    expect(read?.modules[0]?.module.unread).toEqual(['sable']);
  });
});

test('mistakes in types of the project are reported before those of the course', () => {
  const at = { file: 'types/a.ts', line: 1, column: 1 };
  const problems = [{ severity: 'error', code: 'empty-module', at, values: {} }];
  const own = { ...engine, own: { broken: new Set(), problems } } as unknown as typeof engine;
  const diagnostics = new Diagnostics();
  const read = openCourse(
    join(depot(rames('# Le quai {#quai}\n\nVoir {{x}}.\n')), 'modules/depot'),
    { provisional: false },
    own,
    diagnostics,
  );
  expect(diagnostics.list.map(({ code }) => code)).toEqual(['empty-module', 'unknown-variable']);
  expect(read?.modules.map(({ at: { line, column }, included }) => [line, column, [...included]])).toEqual([[3, 8, []]]);
});

test('a session that can not be read stops no other', () => {
  const { course: read, found } = checkDepot(course('soir', 'rames'));
  expect(found).toEqual(['missing-module course.yaml:4:11']);
  expect(read?.modules.map(({ module }) => module.id)).toEqual(['rames']);
});

describe('with a memo', () => {
  const files = {
    ...course('rames', 'soir'),
    ...rames(`# Le quai {#quai}\n\nAucun tram.\n\n### Le sable\n\n${QUIZ('q1')}`),
    ...session('soir', '# Le soir {#soir-page}\n'),
    ...bank(question('sable', 'Le sable')),
  };

  /** Opens the course twice with one memo; between the two, a file is written. */
  function twice(path: string, text: string, provisional = false) {
    const project = depot(files);
    const memo = new Memo();
    const first = openDepot(project, provisional, memo);
    writeFileSync(join(project, 'modules/depot', path), text);
    return [first, openDepot(project, provisional, memo)] as const;
  }

  test('a session is checked again only if one of its files has changed; its warnings are repeated', () => {
    const [first, second] = twice('soir.md', String(files['soir.md']).replace('Le soir', 'La nuit'));
    expect(first.found).toEqual(['warning heading-jump rames.md:10:1']);
    expect(second.found).toEqual(first.found);
    expect(second.course?.modules.map(({ notices }, index) => notices === first.course?.modules[index]?.notices)).toEqual([true, false]);
    const [third, fourth] = twice('banks/fonds.md', String(files['banks/fonds.md']).replace('parfois', 'souvent'));
    expect([third.found, fourth.found]).toEqual([first.found, first.found]);
    expect(fourth.course?.modules.map(({ notices }, index) => notices === third.course?.modules[index]?.notices)).toEqual([false, true]);
  });

  test('a bank and a session that are valid are kept, and only what changed is read again', () => {
    const kept: string[] = [];
    class Counting extends Memo {
      override keep(name: string, digest: string, result: unknown): void {
        kept.push(name.replace(/^.*(module|bank) /, '$1 '));
        super.keep(name, digest, result);
      }
    }
    const project = depot(files);
    const memo = new Counting();
    openDepot(project, false, memo);
    const checks = (): string[] => kept.splice(0).filter((name) => /^(module|bank) /.test(name));
    expect(checks()).toEqual(['bank banks/fonds.md', 'module rames', 'module soir']);
    writeFileSync(join(project, 'modules/depot/rames.md'), String(files['rames.md']).replace('Aucun', 'Un'));
    openDepot(project, false, memo);
    expect(checks()).toEqual(['module rames']);
  });

  test('an id that another session takes since is reported, that of a bank once', () => {
    const [, second] = twice('soir.md', String(files['soir.md']).replace('soir-page', 'quai'));
    expect(second.found).toEqual(['warning heading-jump rames.md:10:1', 'duplicate-id soir.md:6:1']);
    const [, other] = twice('soir.md', String(files['soir.md']).replace('soir-page', 'sable'));
    expect(other.found).toEqual(['warning heading-jump rames.md:10:1', 'duplicate-id soir.md:6:1']);
  });

  test('a bank with a mistake is read each time', () => {
    const project = depot({ ...files, ...bank(question('sable', 'Le sable', 'points=deux')) });
    const memo = new Memo();
    const [first, second] = [0, 1].map(() => openDepot(project, false, memo).found);
    expect(first).toContain('bad-attribute banks/fonds.md:5:18');
    expect(second).toEqual(first);
  });

  test('a session with an error, or without an id, is checked each time', () => {
    const project = depot({ ...course('rames', 'soir'), ...session('soir', '# Le soir {#soir-page}\n'), ...rames('# Le quai\n') });
    const memo = new Memo();
    const runs = [0, 1].map(() => openDepot(project, true, memo));
    expect(runs.map(({ found }) => found)).toEqual([['warning missing-id rames.md:6:1'], ['warning missing-id rames.md:6:1']]);
    const [first, second] = runs.map(({ course: read }) => read?.modules.map(({ notices }) => notices));
    expect([first?.[0] === second?.[0], first?.[1] === second?.[1]]).toEqual([false, true]);
  });
});

test('files that attributes name are those of the course: their sizes, their texts', () => {
  const body =
    '::document{src=plan.pdf title="Le plan"}\n\n::figure{src=quai.svg alt="Le quai"}\n\n::audio{src=cloche.mp3 title="La cloche" transcript=cloche.txt}';
  const all = {
    'plan.pdf': `%PDF-1.4${'x'.repeat(45_392)}`,
    'quai.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>',
    'cloche.mp3': 'ID3x',
    'cloche.txt': 'Ding.',
  };
  const { course: read, found } = checkDepot({ ...rames(`# Le quai {#quai}\n\n${body}\n`), ...all });
  const options = read?.modules[0]?.module.pages[0]?.nodes.map((node) => (node.kind === 'block' ? node.options : {}));
  expect(found).toEqual([]);
  expect(options).toMatchObject([{ srcSize: '45\u202fko' }, { srcSize: { width: 40, height: 30 } }, { transcriptText: 'Ding.' }]);
  expect(checkDepot(rames(`# Le quai {#quai}\n\n${body}\n`)).found.every((one) => one.startsWith('missing-asset rames.md:'))).toBe(true);
});

test('sessions know tags and files of cohorts, and types that are broken', () => {
  const cohort = (text: string): Files => ({ 'cohorts/nord.yaml': `title: Nord\n${text}` });
  const tagged = checkDepot({
    ...rames('# Le quai {#quai only=nor}\n\nUne rame.\n\n# Deux {#deux}\n\nUn tram.\n'),
    ...cohort('tags: [nord]\n'),
  });
  expect([tagged.found, tagged.values]).toEqual([['warning tag-of-nobody rames.md:6:18'], { tag: 'nor', near: 'nord' }]);
  const including = checkDepot({ ...rames('# Le quai {#quai}\n\nUne rame.\n'), ...cohort('includes:\n  sable.md: rames.md\n') });
  expect(including.found).toEqual(['unknown-include cohorts/nord.yaml:3:3']);
  const own = { ...engine, own: { broken: new Set(['chioce']), problems: [] } } as unknown as typeof engine;
  const diagnostics = new Diagnostics();
  openCourse(
    join(depot(rames('# Le quai {#quai}\n\n:::chioce\nUn mot.\n:::\n')), 'modules/depot'),
    { provisional: false },
    own,
    diagnostics,
  );
  expect(diagnostics.list).toEqual([]);
});
