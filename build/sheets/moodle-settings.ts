import { isOneCourse, type PackageFacts, type SheetInput } from './package-facts.ts';
import type { SheetKey, SheetStrings, Values } from './sheet-strings.ts';

/** One setting of Moodle's form, as HTML. */
interface Setting {
  readonly name: string;
  readonly value: string;
  readonly why?: string;
}

/** A section of Moodle's form, with its heading. */
export interface SettingGroup {
  readonly title: string;
  readonly settings: readonly Setting[];
}

/** Name, value and reason of a setting by their keys. */
type Row = readonly [name: SheetKey, value: SheetKey, why?: SheetKey, values?: Values];

/** Minimum score for Moodle: only needed in 2004, for a single module with a pass mark (moodle.md 8). */
function scoreRow({ target, modules }: SheetInput, { pass, passes }: PackageFacts): Row {
  if (pass === undefined || passes === 'none') return ['set.score', 'set.score.none', 'set.score.unscored.why'];
  if (modules.length > 1 || isOneCourse(modules)) return ['set.score', 'set.score.none', 'set.score.several.why'];
  // The form accepts whole numbers only.
  const values = { pass, whole: Math.floor(pass) };
  return target === 'scorm12'
    ? ['set.score', 'set.score.none', 'set.score.12.why', values]
    : ['set.score', 'set.score.value', 'set.score.2004.why', values];
}

function gradeRows({ modules }: SheetInput, { points }: PackageFacts): Row[] {
  if (points === 0) return [['set.unscored', 'set.unscored.value', 'set.unscored.why']];
  return [
    modules.length > 1 ? ['set.method', 'set.method.several', 'set.method.several.why'] : ['set.method', 'set.method.value'],
    ['set.maximum', 'set.maximum.value', 'set.maximum.why'],
  ];
}

function attemptRows({ target }: SheetInput, { fails }: PackageFacts): Row[] {
  const closes = fails && target === 'scorm12';
  return [
    ['set.attempts', 'set.attempts.value', closes ? 'set.attempts.failed' : 'set.attempts.why'],
    ['set.best', 'set.best.value'],
    ['set.new', 'set.new.value', 'set.new.why'],
  ];
}

function completionRows(input: SheetInput, facts: PackageFacts): Row[] {
  return [
    ['set.conditions', 'set.conditions.value', 'set.conditions.why'],
    facts.passes === 'none'
      ? ['set.status', 'set.status.completed', 'set.status.completed.why']
      : ['set.status', 'set.status.both', input.target === 'scorm12' ? 'set.status.both.why' : 'set.status.2004.why'],
    scoreRow(input, facts),
    ...(input.modules.length > 1 ? ([['set.all', 'set.all.value', 'set.all.why']] as const) : []),
  ];
}

/** Lists the settings of Moodle's form that concern a package, in the form's order (moodle.md 7, 8, 10, 29, 30, 31). */
export function moodleSettings(input: SheetInput, facts: PackageFacts, strings: SheetStrings): SettingGroup[] {
  const groups: (readonly [SheetKey, readonly Row[]])[] = [
    ['group.display', [['set.window', 'set.window.value', 'set.window.why']]],
    ['group.grade', gradeRows(input, facts)],
    ['group.attempts', attemptRows(input, facts)],
    // Moodle uses it in 1.2 only.
    ...(input.target === 'scorm12' ? ([['group.compatibility', [['set.forced', 'set.forced.value', 'set.forced.why']]]] as const) : []),
    ['group.completion', completionRows(input, facts)],
  ];
  const settingOf = ([name, value, why, values]: Row): Setting => ({
    name: strings.html(name),
    value: strings.html(value, values),
    ...(why !== undefined && { why: strings.html(why, values) }),
  });
  return groups.map(([title, rows]) => ({ title: strings.format(title), settings: rows.map(settingOf) }));
}
