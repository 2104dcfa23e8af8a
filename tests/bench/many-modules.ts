import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { againstNode, program, type Row, row, run, temporary } from './measure.ts';

const WORDS = 'le tram entre en gare et la conductrice vérifie les portes avant de repartir vers le dépôt où une rame attend'.split(' ');

function prose(seed: number, count: number): string {
  return `${Array.from({ length: count }, (_, n) => WORDS[(seed * 7 + n * 5) % WORDS.length]).join(' ')}.`;
}

function choice(module: number, n: number): string {
  return `:::choice{#q${module}-${n} attempts=2}
${prose(n, 10)}

- [ ] ${prose(n + 1, 5)}
> ${prose(n + 2, 9)}
- [x] ${prose(n + 3, 5)}
> ${prose(n + 4, 9)}
- [ ] ${prose(n + 5, 5)}
> ${prose(n + 6, 9)}
:::
`;
}

/** A small session: three pages, text, six activities. */
function moduleText(module: number): string {
  const pages = [0, 1, 2].map((page) => {
    const text = Array.from({ length: 3 }, (_, n) => prose(module + page + n, 45)).join('\n\n');
    return `# Page ${page} {#p${module}-${page}}\n\n${text}\n\n${choice(module, 2 * page)}\n${choice(module, 2 * page + 1)}`;
  });
  return `---\nid: m${module}\ntitle: Module ${module}\ncompletion: activities\n---\n\n${pages.join('\n')}`;
}

/** Writes a course of so many modules; the same text for the same number. */
function project(count: number): string {
  const folder = temporary();
  const course = join(folder, 'modules/depot');
  mkdirSync(course, { recursive: true });
  const ids = Array.from({ length: count }, (_, n) => `m${n}`);
  writeFileSync(join(course, 'course.yaml'), `id: depot\ntitle: Au dépôt\nlang: fr\nmodules: [${ids.join(', ')}]\n`);
  for (let n = 0; n < count; n++) writeFileSync(join(course, `m${n}.md`), moduleText(n));
  return folder;
}

/** Generated courses: time and memory must grow with the modules, not faster. */
export async function manyModules(): Promise<Row[]> {
  const measured = async (count: number, times: number) => {
    const folder = project(count);
    const build = () => {
      rmSync(join(folder, 'dist'), { recursive: true, force: true });
      return run(process.execPath, [program, 'build', '--target', 'scorm12', '--no-course'], folder);
    };
    return againstNode(times, build);
  };
  const few = await measured(60, 3);
  const many = await measured(600, 2);
  return [
    row('build: 60 generated modules', few.ratio, '× node', 24),
    row('build: time a module at 600, against that at 60', many.ratio / 600 / (few.ratio / 60), '×', 1),
    row('build: peak memory at 600, above that at 60', many.peak - few.peak, 'MiB', 60),
  ];
}
