import { partsOf } from '../../src/model/course/chapters.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { passOf } from '../../src/model/judging/progress.ts';
import { limits12, limits2004 } from '../../src/model/standards/limits.ts';
import { beaconLimit } from '../../src/model/standards/limits-leaving.ts';
import { moodleSettings, type SettingGroup } from './moodle-settings.ts';
import { isOneCourse, type PackageFacts, type SheetInput } from './package-facts.ts';
import type { SheetKey, SheetWords, Values } from './sheet-words.ts';

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

function applying(list: Sentences, words: SheetWords): string[] {
  return list.filter(([when]) => when).map(([, key, values]) => words.html(key, values));
}

/** Describes what a learner has to do, as the end of a sentence. */
function ruleOf(content: ModuleContent, words: SheetWords): string {
  const pass = passOf(content);
  const values = { pass: pass ?? 0 };
  if (content.completion === 'score') return words.say('rule.score', values);
  const asked = content.completion === 'activities' ? 'activities' : 'visited';
  return words.say(pass === undefined ? `rule.${asked}` : `rule.${asked}.pass`, values);
}

function moodleSection(input: SheetInput, facts: PackageFacts, words: SheetWords): Section {
  return {
    id: 'moodle',
    title: words.say('moodle'),
    steps: [
      words.html('moodle.course'),
      words.html('moodle.add', { file: input.file }),
      words.html('moodle.set'),
      words.html('moodle.try'),
    ],
    groups: moodleSettings(input, facts, words),
  };
}

function doneSection({ modules, target }: SheetInput, { passes, fails }: PackageFacts, words: SheetWords): Section {
  const standard = target === 'scorm12' ? '12' : '2004';
  const parts = modules.flatMap(partsOf);
  const rules = parts.map((part) => {
    const rule = ruleOf(part, words);
    return parts.length === 1 ? words.html('done.rule', { rule }) : words.html('done.module', { title: part.title, id: part.id, rule });
  });
  const states: Sentences = [
    [isOneCourse(modules), passes === 'none' ? 'done.all' : 'done.all.passed'],
    [passes === 'none', 'done.completed'],
    [passes === 'some', 'done.mixed'],
    [passes === 'all', `done.passed.${standard}`],
    [fails, `done.failed.${standard}`],
    [true, 'done.kept'],
  ];
  return { id: 'done', title: words.say('done'), points: [...rules, ...applying(states, words)] };
}

function keptSection({ modules, target, file }: SheetInput, facts: PackageFacts, words: SheetWords): Section {
  const { answers, drawn, open, own, points, competencies } = facts;
  const [standard, limit] = target === 'scorm12' ? (['12', limits12.text] as const) : (['2004', limits2004.text] as const);
  const list = competencies.map(({ title }) => title).join(words.lang === 'fr' ? '\u202f; ' : '; ');
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
  return { id: 'kept', title: words.say('kept'), points: applying(lines, words).map((line) => withLink(line, file, words)) };
}

/** Puts a link to the codebook in a sentence. */
function withLink(line: string, file: string, words: SheetWords): string {
  return line.replace('[codebook]', `<a href="${codebookOf(file)}">${words.say('fact.codebook').toLowerCase()}</a>`);
}

/** Makes the section on answers in Moodle's reports; none if there are no answers (moodle.md 2). */
function readSection({ modules, target, file }: SheetInput, { answers }: PackageFacts, words: SheetWords): Section[] {
  if (answers === 0) return [];
  const track: readonly SheetKey[] = [modules.length > 1 ? 'read.track.scos' : 'read.track', 'read.id'];
  const keys = target === 'scorm12' && modules.length === 1 ? (['read.open', 'read.ids', 'read.place'] as const) : track;
  const steps = keys.map((key) => withLink(words.html(key), file, words));
  return [{ id: 'read', title: words.say('read'), steps, points: [words.html('read.empty')] }];
}

function limitsSection({ modules, target, state }: SheetInput, words: SheetWords): Section {
  const { marks, texts, limit, leaving = 0, thrift = [] } = state;
  const sum = marks + texts;
  const isLoose = target === 'scorm12' && limit > limits12.strict;
  const lines: Sentences = [
    [modules.length === 1 && texts === 0, 'limits.state.marks', { sum, limit }],
    [modules.length === 1 && texts > 0, 'limits.state', { sum, limit, marks, texts }],
    [modules.length > 1, 'limits.state.several', { sum, limit }],
    [isLoose && sum > limits12.strict, 'limits.strict.over', { strict: limits12.strict }],
    [isLoose && sum <= limits12.strict, 'limits.strict.within', { strict: limits12.strict }],
    [thrift.length > 0, 'limits.thrift', { list: thrift.map((kind) => words.say(`thrift.${kind}`)).join(', ') }],
    [thrift.length > 0 && leaving <= beaconLimit, 'limits.leaving.earlier'],
    [leaving > beaconLimit, 'limits.leaving.over', { size: Math.ceil(leaving / 1024) }],
    [target === 'scorm12' && modules.length > 1, 'limits.again'],
    [target !== 'scorm12', 'limits.app'],
    [true, 'limits.browser'],
    [true, 'limits.devices'],
    [true, 'limits.keys'],
  ];
  return { id: 'limits', title: words.say('limits'), points: applying(lines, words) };
}

function updateSection({ modules, target, file }: SheetInput, { pass, answers }: PackageFacts, words: SheetWords): Section {
  const ids = modules.map(({ id }) => id).join(', ');
  const lines: Sentences = [
    [true, modules.length === 1 ? 'update.same' : 'update.same.several', { file, ids }],
    [true, 'update.never', { target: words.say(`target.${target}`) }],
    [target !== 'scorm12' && modules.length === 1 && !isOneCourse(modules) && pass !== undefined, 'update.pass'],
    [answers > 0, 'update.codebook'],
  ];
  return { id: 'update', title: words.say('update'), points: applying(lines, words) };
}

function otherSection({ passes }: PackageFacts, words: SheetWords): Section {
  const status = words.say(({ all: 'other.passed', some: 'other.both', none: 'other.completed' } as const)[passes]);
  return { id: 'other', title: words.say('other'), points: [words.html('other.file', { status }), words.html('other.rule')] };
}

/** Name of the codebook beside a zip. */
export function codebookOf(zip: string): string {
  return zip.replace(/\.zip$/, '.codebook.csv');
}

/** Makes the sections for a package for an LMS. */
export function depotSections(input: SheetInput, facts: PackageFacts, words: SheetWords): Section[] {
  return [
    moodleSection(input, facts, words),
    doneSection(input, facts, words),
    keptSection(input, facts, words),
    ...readSection(input, facts, words),
    limitsSection(input, words),
    updateSection(input, facts, words),
    otherSection(facts, words),
  ];
}

/** Makes the sections for a package for an ordinary web site. */
export function webSections({ modules, whole, file }: SheetInput, words: SheetWords): Section[] {
  const list = modules.map(({ id }) => `${id}/index.html`).join(', ');
  const open = whole && !isOneCourse(modules) ? words.html('web.several', { list }) : words.html('web.open');
  const kept: readonly SheetKey[] = ['web.nothing', 'web.browser', 'web.shared', 'web.notebook', 'limits.keys'];
  return [
    { id: 'web', title: words.say('web'), steps: [words.html('web.unpack', { file }), open, words.html('web.try')] },
    { id: 'kept', title: words.say('web.kept'), points: kept.map((key) => words.html(key)) },
    { id: 'update', title: words.say('update'), points: [words.html('web.update')] },
  ];
}
