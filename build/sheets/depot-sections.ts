import { partsOf } from '../../src/model/course/chapters.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { passOf } from '../../src/model/judging/progress.ts';
import { limits12, limits2004 } from '../../src/model/standards/limits.ts';
import { beaconLimit } from '../../src/model/standards/limits-leaving.ts';
import { moodleSettings, type SettingGroup } from './moodle-settings.ts';
import { isOneCourse, type PackageFacts, type SheetInput } from './package-facts.ts';
import type { SheetKey, SheetStrings, Values } from './sheet-strings.ts';

/** A section of the upload sheet; texts are HTML. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly steps?: readonly string[];
  readonly groups?: readonly SettingGroup[];
  readonly points?: readonly string[];
}

/** Keys of sentences that apply, with their values. */
type Sentences = readonly (readonly [when: boolean, key: SheetKey, values?: Values])[];

function applying(list: Sentences, strings: SheetStrings): string[] {
  return list.filter(([when]) => when).map(([, key, values]) => strings.html(key, values));
}

/** Describes what a learner has to do, as the end of a sentence. */
function ruleOf(content: ModuleContent, strings: SheetStrings): string {
  const pass = passOf(content);
  const values = { pass: pass ?? 0 };
  if (content.completion === 'score') return strings.format('rule.score', values);
  const asked = content.completion === 'activities' ? 'activities' : 'visited';
  return strings.format(pass === undefined ? `rule.${asked}` : `rule.${asked}.pass`, values);
}

function moodleSection(input: SheetInput, facts: PackageFacts, strings: SheetStrings): Section {
  return {
    id: 'moodle',
    title: strings.format('moodle'),
    steps: [
      strings.html('moodle.course'),
      strings.html('moodle.add', { file: input.file }),
      strings.html('moodle.set'),
      strings.html('moodle.try'),
    ],
    groups: moodleSettings(input, facts, strings),
  };
}

function doneSection({ modules, target }: SheetInput, { passes, fails }: PackageFacts, strings: SheetStrings): Section {
  const standard = target === 'scorm12' ? '12' : '2004';
  const parts = modules.flatMap(partsOf);
  const rules = parts.map((part) => {
    const rule = ruleOf(part, strings);
    return parts.length === 1 ? strings.html('done.rule', { rule }) : strings.html('done.module', { title: part.title, id: part.id, rule });
  });
  const states: Sentences = [
    [isOneCourse(modules), passes === 'none' ? 'done.all' : 'done.all.passed'],
    [passes === 'none', 'done.completed'],
    [passes === 'some', 'done.mixed'],
    [passes === 'all', `done.passed.${standard}`],
    [fails, `done.failed.${standard}`],
    [true, 'done.kept'],
  ];
  return { id: 'done', title: strings.format('done'), points: [...rules, ...applying(states, strings)] };
}

function keptSection({ modules, target, file }: SheetInput, facts: PackageFacts, strings: SheetStrings): Section {
  const { answers, drawn, open, own, points, competencies } = facts;
  const [standard, limit] = target === 'scorm12' ? (['12', limits12.text] as const) : (['2004', limits2004.text] as const);
  const list = competencies.map(({ title }) => title).join(strings.lang === 'fr' ? '\u202f; ' : '; ');
  const lines: Sentences = [
    [true, 'kept.status'],
    [points === 0, 'kept.score.none'],
    [points > 0 && modules.length === 1, 'kept.score', { n: points }],
    [points > 0 && modules.length > 1, 'kept.score.several'],
    [answers === 0, 'kept.answers.none'],
    [answers > 0, standard === '12' && modules.length > 1 ? 'kept.answers.several' : `kept.answers.${standard}`, { n: answers }],
    [answers > 0, 'kept.letters'],
    [drawn > 0, `kept.drawn.${standard}`, { n: drawn }],
    [isOneCourse(modules), 'kept.chapters', { n: modules.flatMap(partsOf).length }],
    [competencies.length > 0, 'kept.competencies', { n: competencies.length, list }],
    [open > 0, 'kept.open', { n: open }],
    [open > 0, 'kept.pieces', { limit }],
    [own > 0, 'kept.own', { n: own }],
  ];
  return { id: 'kept', title: strings.format('kept'), points: applying(lines, strings).map((line) => withLink(line, file, strings)) };
}

/** Puts a link to the codebook in a sentence. */
function withLink(line: string, file: string, strings: SheetStrings): string {
  return line.replace('[codebook]', `<a href="${codebookOf(file)}">${strings.format('fact.codebook').toLowerCase()}</a>`);
}

/** Makes the section on answers in Moodle's reports; none if there are no answers (moodle.md 2). */
function readSection({ modules, target, file }: SheetInput, { answers }: PackageFacts, strings: SheetStrings): Section[] {
  if (answers === 0) return [];
  const track: readonly SheetKey[] = [modules.length > 1 ? 'read.track.scos' : 'read.track', 'read.id'];
  const keys = target === 'scorm12' && modules.length === 1 ? (['read.open', 'read.ids', 'read.place'] as const) : track;
  const steps = keys.map((key) => withLink(strings.html(key), file, strings));
  return [{ id: 'read', title: strings.format('read'), steps, points: [strings.html('read.empty')] }];
}

function limitsSection({ modules, target, state }: SheetInput, strings: SheetStrings): Section {
  const { marks, texts, limit, leaving = 0, thrift = [] } = state;
  const sum = marks + texts;
  const isLoose = target === 'scorm12' && limit > limits12.strict;
  const lines: Sentences = [
    [modules.length === 1 && texts === 0, 'limits.state.marks', { sum, limit }],
    [modules.length === 1 && texts > 0, 'limits.state', { sum, limit, marks, texts }],
    [modules.length > 1, 'limits.state.several', { sum, limit }],
    [isLoose && sum > limits12.strict, 'limits.strict.over', { strict: limits12.strict }],
    [isLoose && sum <= limits12.strict, 'limits.strict.within', { strict: limits12.strict }],
    [thrift.length > 0, 'limits.thrift', { list: thrift.map((kind) => strings.format(`thrift.${kind}`)).join(', ') }],
    [thrift.length > 0 && leaving <= beaconLimit, 'limits.leaving.earlier'],
    [leaving > beaconLimit, 'limits.leaving.over', { size: Math.ceil(leaving / 1024) }],
    [target === 'scorm12' && modules.length > 1, 'limits.again'],
    [target !== 'scorm12', 'limits.app'],
    [true, 'limits.browser'],
    [true, 'limits.devices'],
    [true, 'limits.keys'],
  ];
  return { id: 'limits', title: strings.format('limits'), points: applying(lines, strings) };
}

function updateSection({ modules, target, file }: SheetInput, { pass, answers }: PackageFacts, strings: SheetStrings): Section {
  const ids = modules.map(({ id }) => id).join(', ');
  const lines: Sentences = [
    [true, modules.length === 1 ? 'update.same' : 'update.same.several', { file, ids }],
    [true, 'update.never', { target: strings.format(`target.${target}`) }],
    [target !== 'scorm12' && modules.length === 1 && !isOneCourse(modules) && pass !== undefined, 'update.pass'],
    [answers > 0, 'update.codebook'],
  ];
  return { id: 'update', title: strings.format('update'), points: applying(lines, strings) };
}

function otherSection({ passes }: PackageFacts, strings: SheetStrings): Section {
  const status = strings.format(({ all: 'other.passed', some: 'other.both', none: 'other.completed' } as const)[passes]);
  return { id: 'other', title: strings.format('other'), points: [strings.html('other.file', { status }), strings.html('other.rule')] };
}

/** Name of the codebook beside a zip. */
export function codebookOf(zip: string): string {
  return zip.replace(/\.zip$/, '.codebook.csv');
}

/** Makes the sections for a package for an LMS. */
export function depotSections(input: SheetInput, facts: PackageFacts, strings: SheetStrings): Section[] {
  return [
    moodleSection(input, facts, strings),
    doneSection(input, facts, strings),
    keptSection(input, facts, strings),
    ...readSection(input, facts, strings),
    limitsSection(input, strings),
    updateSection(input, facts, strings),
    otherSection(facts, strings),
  ];
}

/** Makes the sections for a package for an ordinary web site. */
export function webSections({ modules, whole, file }: SheetInput, strings: SheetStrings): Section[] {
  const list = modules.map(({ id }) => `${id}/index.html`).join(', ');
  const open = whole && !isOneCourse(modules) ? strings.html('web.several', { list }) : strings.html('web.open');
  const kept: readonly SheetKey[] = ['web.nothing', 'web.browser', 'web.shared', 'web.notebook', 'limits.keys'];
  return [
    { id: 'web', title: strings.format('web'), steps: [strings.html('web.unpack', { file }), open, strings.html('web.try')] },
    { id: 'kept', title: strings.format('web.kept'), points: kept.map((key) => strings.html(key)) },
    { id: 'update', title: strings.format('update'), points: [strings.html('web.update')] },
  ];
}
