import { sheets } from 'virtual:cartable-papers';
import type { Engine } from '../host/engine.ts';
import { compiled } from '../html/handlebars.ts';
import type { Course } from '../model/built.ts';
import { contrast, parseColour } from '../theme/contrast.ts';
import type { ActivityType } from '../types/activity-type.ts';
import type { Section } from './depot-sections.ts';
import { type SheetKey, type SheetStrings, sheetStrings, type Values } from './sheet-strings.ts';
import { sheetStyle } from './sheet-style.ts';
import type { StatementFacts } from './statement-facts.ts';

const page = compiled(sheets.depot);

/** Input of a statement. */
export interface StatementInput {
  readonly course: Course;
  /** Title of the cohort; absent: the base build. */
  readonly cohort: string | undefined;
  /** Title of the module or course. */
  readonly title: string;
  readonly whole: boolean;
  readonly facts: StatementFacts;
  /** Contact for learners: the course's variable of that name. */
  readonly contact: string | undefined;
}

/** Keys of sentences that apply to a package, with their values. */
type Sentences = readonly (readonly [when: boolean, key: SheetKey, values?: Values])[];

function applying(list: Sentences, strings: SheetStrings): string[] {
  return list.filter(([when]) => when).map(([, key, values]) => strings.html(key, values));
}

/** Computes the contrast of the accent on white, to one decimal, never rounded up. */
function ratioOf({ theme }: Course): number {
  return Math.floor(10 * contrast(parseColour(theme.accent), [255, 255, 255])) / 10;
}

function checked({ course, facts }: StatementInput, strings: SheetStrings): Section {
  const { pictures, decorative, videos, captioned, videoTexts, sounds, soundTexts, tables, skipping, foreign } = facts;
  const list = skipping.join(' · ');
  const lines: Sentences = [
    [true, 'access.language', { language: strings.format(`access.${strings.lang}`) }],
    [foreign > 0, 'access.foreign', { n: foreign }],
    [skipping.length === 0, 'access.headings'],
    [skipping.length > 0, 'access.skipping', { n: skipping.length, list }],
    [pictures === 0, 'access.pictures.none'],
    [pictures > 0 && decorative === 0, 'access.pictures', { n: pictures }],
    [pictures > 0 && decorative > 0, 'access.pictures.decorative', { n: pictures, described: pictures - decorative, decorative }],
    [videos > 0, 'access.videos', { n: videos, captioned, texts: videoTexts }],
    [sounds > 0, 'access.sounds', { n: sounds, texts: soundTexts }],
    [videos + sounds === 0, 'access.media.none'],
    [tables > 0, 'access.tables', { n: tables }],
    [true, 'access.contrast', { accent: course.theme.accent, ratio: ratioOf(course) }],
  ];
  return { id: 'checked', title: strings.format('access.checked'), points: applying(lines, strings) };
}

/** Names a type as in the author's guide; the label above an activity says what learners do. */
function nameOf(name: string, type: ActivityType | undefined, { lang }: SheetStrings): string {
  const strings = type?.strings[lang];
  return strings?.['print.name'] ?? strings?.label ?? name;
}

function tried({ facts }: StatementInput, strings: SheetStrings, types: ReadonlyMap<string, ActivityType>): Section {
  const names = facts.types.map((name) => `${nameOf(name, types.get(name), strings)} (${name})`);
  const list = names.sort((a, b) => a.localeCompare(b, strings.lang)).join(', ');
  const lines: Sentences = [
    [names.length > 0, 'access.types', { n: names.length, list }],
    [true, 'access.suite'],
    [true, 'access.page'],
  ];
  return { id: 'tried', title: strings.format('access.tried'), points: applying(lines, strings) };
}

function toCheck({ facts }: StatementInput, strings: SheetStrings): Section {
  const { pictures, decorative, videos, captioned, videoTexts, sounds, soundTexts, documents, embeds, links } = facts;
  const lines: Sentences = [
    [pictures > 0, 'access.check.pictures'],
    [decorative > 0, 'access.check.decorative', { n: decorative }],
    [captioned < videos, 'access.check.uncaptioned', { n: videos - captioned }],
    [captioned > 0, 'access.check.captions'],
    [videos > 0, 'access.check.description'],
    [videoTexts + soundTexts > 0, 'access.check.transcripts'],
    [soundTexts < sounds, 'access.check.untold', { n: sounds - soundTexts }],
    [documents > 0, 'access.check.documents', { n: documents }],
    [embeds > 0, 'access.check.embeds', { n: embeds }],
    [links > 0, 'access.check.links', { n: links }],
    [true, 'access.check.reading'],
    [true, 'access.check.colour'],
    [true, 'access.check.people'],
  ];
  return { id: 'check', title: strings.format('access.check'), steps: applying(lines, strings) };
}

function limits({ facts }: StatementInput, strings: SheetStrings): Section {
  const lines: Sentences = [
    [true, 'access.limit.machine'],
    [true, 'access.limit.frame'],
    [facts.embeds > 0, 'access.limit.embeds'],
    [facts.videos > 0, 'access.limit.signs'],
    [true, 'access.limit.script'],
    [true, 'access.limit.print'],
  ];
  return { id: 'limits', title: strings.format('access.limits'), points: applying(lines, strings) };
}

function contactSection({ contact }: StatementInput, strings: SheetStrings): Section {
  const line = contact ? strings.html('access.contact', { contact }) : strings.html('access.contact.none');
  return { id: 'contact', title: strings.format('access.write'), points: [line, strings.html('access.recourse')] };
}

/** Makes a draft of the accessibility statement: facts that the build knows, and checks left to the author. */
export function statementSheet(input: StatementInput, { types, pieces }: Engine): string {
  const { course, cohort, title, whole, facts } = input;
  const strings = sheetStrings(course.lang);
  const { pages: n, asked, questions } = facts;
  return page({
    lang: strings.lang,
    title,
    kind: strings.format('access.kind'),
    from: [whole ? '' : course.title, course.organisation].filter((name) => name !== '').join(' · '),
    css: sheetStyle('sheet.css', course.theme.accent, pieces.index),
    facts: [
      { name: strings.format('access.standard'), value: strings.format('access.standards') },
      { name: strings.format('access.date'), value: strings.format('access.date.open') },
      { name: strings.format('fact.cohort'), value: cohort ?? strings.format('fact.cohort.none') },
      {
        name: strings.format('access.about'),
        value: strings.format(asked < questions ? 'access.size.banks' : 'access.size', { n, questions: asked, all: questions }),
      },
    ],
    warning: strings.html('access.draft'),
    sections: [
      checked(input, strings),
      tried(input, strings, types),
      toCheck(input, strings),
      limits(input, strings),
      contactSection(input, strings),
    ],
    foot: strings.format('access.foot'),
  });
}
