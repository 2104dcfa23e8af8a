import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import type { NumberedCourse } from '../../build/model/course.ts';
import { LOCK_FILE } from '../../build/model/lock.ts';
import { leavingOf, thriftyContent } from '../../build/model/sco-size.ts';
import { openCourse } from '../../build/open-course.ts';
import { measureSco } from '../../build/stages/fit/leaving-page.ts';
import { resolveVariant } from '../../build/stages/resolve/resolve-variants.ts';
import { resolveWhole } from '../../build/stages/resolve/resolve-whole.ts';
import { activityTypes } from '../../build/types/activities.ts';
import type { Scoring } from '../../src/model/course/activity.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { stateLimit } from '../../src/model/standards/limits.ts';
import { engine } from '../helpers/engine.ts';
import { FIRST_LOCK } from '../helpers/first-lock.ts';
import { type Dice, diceOf, mixed } from './dice.ts';

const COMPETENCIES = ['petrir', 'cuire', 'vendre'];

/** Number of modules that learners of one run share, and of courses that are one SCO. */
const MODULES = 24;
const COURSES = 8;

/** Scoring of every activity type, by name. */
export function scorings(): Readonly<Record<string, Scoring>> {
  return Object.fromEntries([...activityTypes].flatMap(([name, { scoring }]) => (scoring ? [[name, scoring]] : [])));
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
  // References to other activities of the example must lead to the copies in this module.
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

/** Types of each module: all of them come by turns, and a question that counts is always there. */
function choices(dice: Dice, types: readonly string[]): string[][] {
  return Array.from({ length: MODULES }, (_, index) => {
    const more = Array.from({ length: dice.count(0, 7) }, () => dice.one(types));
    const turn = [types[(2 * index) % types.length] ?? 'choice', types[(2 * index + 1) % types.length] ?? 'choice'];
    return dice.shuffled(['choice', ...turn, ...more]);
  });
}

/** A course in a folder of its own, which is gone afterwards. */
function opened(root: string, yaml: string, files: Readonly<Record<string, string>>): NumberedCourse {
  const place = mkdtempSync(join(tmpdir(), 'cartable-soak-'));
  const folder = join(place, 'depot');
  mkdirSync(join(folder, 'banks'), { recursive: true });
  for (const type of activityNames()) {
    const assets = join(root, 'templates', type, 'assets');
    if (existsSync(assets)) cpSync(assets, join(folder, 'assets'), { recursive: true });
  }
  const competencies = COMPETENCIES.map((id) => `{ id: ${id}, title: Savoir ${id} }`).join(', ');
  const all = {
    ...files,
    [LOCK_FILE]: FIRST_LOCK,
    'course.yaml': `id: depot\ntitle: Au dépôt\nlang: fr\ncompetencies: [${competencies}]\n${yaml}`,
  };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text);
  const diagnostics = new Diagnostics();
  const course = openCourse(folder, { provisional: false }, engine, diagnostics);
  rmSync(place, { recursive: true });
  const wrong = diagnostics.list.filter(({ severity }) => severity === 'error');
  if (!course || wrong.length > 0) throw new Error(`the modules are wrong: ${JSON.stringify(wrong.slice(0, 3))}`);
  return course;
}

function activityNames(): string[] {
  return [...activityTypes.values()].filter(({ kind }) => kind === 'activity').map(({ name }) => name);
}

/** Three questions that all chapters of a course draw from. */
const BANK = ['a', 'b', 'c'].map(
  (id) => `:::choice{#fonds-${id} competency=cuire}\nLe four ${id} ?\n\n- [x] Chaud ${id}\n- [ ] Froid ${id}\n:::\n`,
);

/** A course that is one SCO, with two or three chapters whose quizzes have questions in common. */
function wholeCourse(root: string, dice: Dice, index: number): ModuleContent {
  const ids = Array.from({ length: dice.count(2, 3) }, (_, chapter) => `k${index}-${chapter}`);
  const types = activityNames();
  const texts = ids.map((id) => {
    const own = Array.from({ length: dice.count(0, 3) }, () => dice.one(types));
    const quiz = `::quiz{#${id}-fonds bank="banks/fonds.md" draw=${dice.count(1, 3)} attempts=${dice.count(1, 2)} review=now points=${dice.count(0, 1)}}`;
    return [`${id}.md`, `${moduleText(root, dice, id, ['choice', ...own])}\n${quiz}\n`] as const;
  });
  const files = { ...Object.fromEntries(texts), 'banks/fonds.md': `---\ntitle: Fonds\n---\n\n${BANK.join('\n')}` };
  const course = opened(root, `package: one-sco\nmodules: [${ids.join(', ')}]\n`, files);
  return resolveWhole(course, null, engine.types, new Diagnostics()).content;
}

/**
 * Modules of all activity types, and courses that are one SCO, made by the build's own stages from the types' examples; the same
 * for a seed.
 * @param root folder of the program
 */
export function randomModules(root: string, seed: number): ModuleContent[] {
  const dice = diceOf(mixed(seed, -1));
  const texts = choices(dice, activityNames()).map(
    (chosen, index) => [`m${index}.md`, moduleText(root, dice, `m${index}`, chosen)] as const,
  );
  const ids = texts.map(([name]) => name.slice(0, -3));
  const course = opened(root, `modules: [${ids.join(', ')}]\n`, Object.fromEntries(texts));
  const alone = course.modules.map((module) => resolveVariant(course, module, null, engine.types, new Diagnostics()).built.content);
  const all = [...alone, ...Array.from({ length: COURSES }, (_, index) => wholeCourse(root, dice, index))];
  // As their 2004 packages have them; in 1.2 nothing reads it.
  const limit = stateLimit('moodle', 'scorm2004-4');
  return all.map((content) => thriftyContent(content, leavingOf(measureSco(content, activityTypes), limit)));
}
