import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { activityTypes } from '../../build/activities.ts';
import { Diagnostics } from '../../build/diagnostics.ts';
import { prepareCourse } from '../../build/prepare-course.ts';
import { resolveCourse, resolveModule } from '../../build/stages/resolve.ts';
import type { Scoring } from '../../src/model/activity.ts';
import type { ModuleContent } from '../../src/model/course.ts';
import { type Dice, diceOf, mixed } from './dice.ts';

const COMPETENCIES = ['petrir', 'cuire', 'vendre'];

/** How many modules learners of one run share. */
const MODULES = 24;

/** Scoring of every activity type, by name. */
export function scorings(): Readonly<Record<string, Scoring>> {
  return Object.fromEntries([...activityTypes()].flatMap(([name, { scoring }]) => (scoring ? [[name, scoring]] : [])));
}

/** Attributes of one activity that change how it counts. */
function attributes(dice: Dice, type: string): string {
  const found = [
    dice.chance(0.4) ? `attempts=${dice.count(1, 3)}` : '',
    dice.chance(0.3) ? `points=${dice.count(1, 4)}` : '',
    dice.chance(0.5) ? `competency="${dice.one(COMPETENCIES)}"` : '',
    dice.chance(0.2) ? 'required=no' : '',
    type === 'open-question' && dice.chance(0.3) ? 'seen-by=me' : '',
    type === 'open-question' ? `max-characters=${dice.one([200, 600, 2000, 5000])}` : '',
  ];
  return found.filter(Boolean).join(' ');
}

/** A type's example under ids of its own; a quiz draws, allows and asks otherwise each time. */
function activityText(root: string, dice: Dice, type: string, prefix: string): string {
  const example = readFileSync(join(root, 'templates', type, 'example.md'), 'utf8').trim();
  let count = 0;
  // What names another activity of the example means the one beside it here.
  const ids = [...example.matchAll(/(?<=^:{2,}[a-z-]+)\{#([a-z0-9-]+)/gm)].map(([, id]) => id);
  const named = example.replace(/(?<=[{ ](?:again|recall|of|words|before-after)=)("[^"]*"|[a-z0-9-]+)/g, (names) =>
    names.replace(/[a-z0-9-]+/g, (name) => (ids.includes(name) ? `${prefix}-${name}` : name)),
  );
  return named.replace(/(?<=^:{2,}[a-z-]+)\{#([a-z0-9-]+)([^}\n]*)\}/gm, (_, id: string, rest: string) => {
    const own =
      type === 'quiz' && count === 0
        ? ` ${dice.one(['', 'draw=1', 'draw=2'])} attempts=${dice.count(1, 3)} ${dice.one(['review=now', 'second-chance'])}`
        : '';
    const kept = type === 'quiz' && count === 0 ? '' : rest.replace(/ (?:min|max)-(?:words|characters)=\d+/g, '');
    const more = type === 'quiz' ? (count > 0 && dice.chance(0.5) ? `points=${dice.count(1, 3)}` : '') : attributes(dice, type);
    count++;
    return `{#${prefix}-${id}${kept}${own} ${more}}`.replace(/ +/g, ' ').replace(' }', '}');
  });
}

function moduleText(root: string, dice: Dice, id: string, types: readonly string[]): string {
  const count = Math.min(types.length, dice.count(1, 4));
  const pages = Array.from({ length: count }, (_, page) => {
    const inside = types.filter((_type, index) => index % count === page);
    const texts = inside.map((type, index) => activityText(root, dice, type, `${id}-${page}-${index}`));
    return `# Page ${page + 1} {#${id}-page-${page}}\n\nDu texte.\n\n${texts.join('\n\n')}\n`;
  });
  const completion = dice.one(['visited', 'activities', 'score', 'visited+score']);
  const pass = completion.includes('score') || dice.chance(0.5) ? `pass: ${dice.one([1, 50, 80, 100])}\n` : '';
  const onFail = dice.chance(0.3) ? 'on-fail: failed\n' : '';
  return `---\nid: ${id}\ntitle: Module ${id}\ncompletion: ${completion}\n${pass}${onFail}---\n\n${pages.join('\n')}`;
}

/** Which types each module has: all of them come by turns, and a question that counts is always there. */
function choices(dice: Dice, types: readonly string[]): string[][] {
  return Array.from({ length: MODULES }, (_, index) => {
    const more = Array.from({ length: dice.count(0, 7) }, () => dice.one(types));
    const turn = [types[(2 * index) % types.length] ?? 'choice', types[(2 * index + 1) % types.length] ?? 'choice'];
    return dice.shuffled(['choice', ...turn, ...more]);
  });
}

/**
 * Modules of all activity types, made by the build's own stages from the types' examples; the same for a seed.
 * @param root folder of the program
 */
export function randomModules(root: string, seed: number): ModuleContent[] {
  const dice = diceOf(mixed(seed, -1));
  const types = [...activityTypes().values()].filter(({ kind }) => kind === 'activity').map(({ name }) => name);
  const folder = join(mkdtempSync(join(tmpdir(), 'cartable-soak-')), 'depot');
  mkdirSync(folder);
  for (const type of types) {
    const assets = join(root, 'templates', type, 'assets');
    if (existsSync(assets)) cpSync(assets, join(folder, 'assets'), { recursive: true });
  }
  const ids = Array.from({ length: MODULES }, (_, index) => `m${index}`);
  const competencies = COMPETENCIES.map((id) => `{ id: ${id}, title: Savoir ${id} }`).join(', ');
  writeFileSync(
    join(folder, 'course.yaml'),
    `id: depot\ntitle: Au dépôt\nlang: fr\ncompetencies: [${competencies}]\nmodules: [${ids.join(', ')}]\n`,
  );
  for (const [index, chosen] of choices(dice, types).entries()) {
    writeFileSync(join(folder, `m${index}.md`), moduleText(root, dice, `m${index}`, chosen));
  }
  const diagnostics = new Diagnostics();
  const course = prepareCourse(folder, { provisional: false, builtBefore: [] }, diagnostics);
  rmSync(folder, { recursive: true });
  const wrong = diagnostics.list.filter(({ severity }) => severity === 'error');
  if (!course || wrong.length > 0) throw new Error(`the modules are wrong: ${JSON.stringify(wrong.slice(0, 3))}`);
  const file = course.source.course.value;
  const shared = { file, course: resolveCourse(file, null), cohort: null, types: activityTypes(), diagnostics };
  return course.modules.map(({ module, numbers }) => resolveModule(module, { ...shared, numbers }).content);
}
