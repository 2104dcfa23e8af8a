import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { readArguments } from './arguments.js';
import { NewFolder, refusal } from './folder.js';
import { isSupported } from './node-version.js';
import { projectFiles } from './project-files.js';
import { cartable, install, SIGNALS } from './run.js';
import { shellWord } from './shell-word.js';
import { format, strings } from './strings.js';
import { copyName, isCartable } from './tarball.js';

/**
 * @typedef {object} Surroundings
 * @property {string | undefined} version of this package: it installs Cartable of the same version; undefined in a clone
 * @property {string} node version of Node.js
 * @property {string} folder in which it was started
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {(text: string) => void} print
 * @property {(text: string) => void} complain
 */
/** @typedef {import('./arguments.js').Wish} Wish */
/** @typedef {'made' | 'files' | 'installFailed' | 'courseFailed' | 'stopped'} Outcome */

/**
 * Lists commands with what they do, in two columns.
 * @param {readonly (readonly [command: string, about: string])[]} rows
 */
function table(rows) {
  const width = Math.max(...rows.map(([command]) => command.length));
  return rows.map(([command, about]) => `  ${command.padEnd(width)}  ${about}`.trimEnd()).join('\n');
}

/**
 * Lists what to type next.
 * @param {Outcome} outcome
 * @param {string} shown path of the folder
 * @param {Wish} wish
 */
function nextCommands(outcome, shown, { language }) {
  const w = strings[language];
  const into = /** @type {const} */ ([shown === '.' ? '' : `cd ${shellWord(shown, process.platform)}`, '']);
  const course = /** @type {const} */ ([`npx cartable new course "${w.course}" --lang ${language}`, w.newCourse]);
  const rows = {
    made: [into, ['npm run studio', w.studio], ['npm run build', w.build]],
    files: [into, ['npm install', w.install], course],
    installFailed: [into, ['npm install', w.install], course],
    courseFailed: [into, course],
    stopped: [],
  };
  const all = /** @type {[string, string][]} */ (rows[outcome]);
  return table(all.filter(([command]) => command !== ''));
}

/**
 * Makes the first course and the editor's snippets. An older Cartable has no snippets: the folder is complete without them.
 * @param {string} folder
 * @param {import('./language.js').Language} language
 * @param {Surroundings['env']} env
 * @returns {Promise<{ readonly outcome: Outcome, readonly output: string }>}
 */
async function firstCourse(folder, language, env) {
  const course = await cartable(['new', 'course', strings[language].course, '--lang', language], folder, env);
  if (!course.isDone) return { outcome: course.isStopped ? 'stopped' : 'courseFailed', output: course.output };
  const snippets = await cartable(['snippets', '--lang', language], folder, env);
  if (snippets.isStopped) return { outcome: 'stopped', output: '' };
  return { outcome: 'made', output: snippets.isDone ? '' : strings[language].noSnippets };
}

/**
 * Fills the folder: texts, Cartable, a course and the editor's snippets.
 * @param {NewFolder} made
 * @param {Wish} wish
 * @param {string} tarball path; '' without one
 * @param {Surroundings} around
 * @returns {Promise<{ readonly outcome: Outcome, readonly output: string }>}
 */
async function fill(made, wish, tarball, { version, env, print }) {
  const { language } = wish;
  const copy = copyName(tarball);
  made.write(projectFiles(language, tarball ? `file:${copy}` : version ? `^${version}` : 'latest'));
  if (tarball) copyFileSync(tarball, join(made.path, copy));
  if (!wish.install) return { outcome: 'files', output: '' };
  print(strings[language].installing);
  const installed = await install(made.path, env);
  if (!installed.isDone) {
    for (const name of ['node_modules', 'package-lock.json']) rmSync(join(made.path, name), { recursive: true, force: true });
    return { outcome: installed.isStopped ? 'stopped' : 'installFailed', output: installed.output };
  }
  return firstCourse(made.path, language, env);
}

/**
 * Shows what is there, and how to go on.
 * @param {Outcome} outcome
 * @param {string} output what a program said that failed
 * @param {string} goal
 * @param {Wish} wish
 * @param {Surroundings} around
 * @returns the exit code
 */
function report(outcome, output, goal, wish, { folder, print, complain }) {
  const w = strings[wish.language];
  const shown = relative(folder, goal) || '.';
  if (outcome === 'made' || outcome === 'files') {
    if (output) complain(output);
    print(`${format(w.made, { path: shown })}\n${w.next}\n${nextCommands(outcome, shown, wish)}`);
    return 0;
  }
  if (outcome === 'stopped') {
    complain(format(w.stopped, { path: shown }));
    return 1;
  }
  const names = readdirSync(goal).sort().join(', ');
  complain([w[outcome], output, format(w.partly, { path: shown, names }), w.goOn, nextCommands(outcome, shown, wish)].join('\n'));
  return 1;
}

/**
 * Makes the folder that is asked for.
 * @param {Wish} wish
 * @param {string} goal
 * @param {string} tarball
 * @param {Surroundings} around
 * @returns {Promise<number>}
 */
async function make(wish, goal, tarball, around) {
  /** @type {NewFolder | undefined} */
  let made;
  /** @type {Awaited<ReturnType<typeof fill>>} */
  let filled;
  let isStopped = false;
  const stop = () => {
    isStopped = true;
  };
  // Without these, a signal between two programs would end this one half-way.
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    const refused = refusal(goal);
    if (refused !== '') {
      around.complain(format(strings[wish.language][refused], { path: wish.name }));
      return 2;
    }
    made = new NewFolder(goal);
    filled = await fill(made, wish, tarball, around);
    if (isStopped) filled = { outcome: 'stopped', output: '' };
    if (filled.outcome === 'stopped') made.remove();
    else await made.finish();
  } catch (error) {
    made?.remove();
    const why = error instanceof Error ? error.message : String(error);
    around.complain(format(strings[wish.language].failed, { path: relative(around.folder, goal) || '.', why }));
    return 1;
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
  }
  return report(filled.outcome, filled.output, goal, wish, around);
}

/**
 * Runs the command. Exit codes: 0 made; 1 not made, or not all of it; 2 a mistyped command, or a folder that can't be used.
 * @param {readonly string[]} args
 * @param {Surroundings} around
 * @returns {Promise<number>}
 */
export async function create(args, around) {
  const { wish, fault, option } = readArguments(args, around.env);
  const w = strings[wish.language];
  if (wish.help) {
    around.print(w.usage);
    return 0;
  }
  const goal = resolve(around.folder, wish.name);
  const tarball = wish.from && resolve(around.folder, wish.from);
  if (!isSupported(around.node)) around.complain(format(w.oldNode, { version: around.node }));
  else if (fault === 'lost') around.complain(format(w.lost, { option }));
  else if (fault === 'call') around.complain(w.usage);
  else if (tarball && !isCartable(tarball)) around.complain(format(w.noTarball, { path: wish.from }));
  else return make(wish, goal, tarball, around);
  return 2;
}
