import type { Html } from '../../../src/model/course/activity.ts';
import type { Diagnostics, Position } from '../../diagnostics/diagnostics.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { type ModuleFront, minutesOf } from '../../model/course-file.ts';
import { activitiesOn } from '../../model/inner-nodes.ts';
import type { BankFile, ModuleFile } from '../../model/read-file.ts';
import type { Block, Directive, Node, ValidModule, ValidPage } from '../../model/source.ts';
import { typography } from '../../text/typography.ts';
import { bandsOf } from './bands.ts';
import { checkCompetency } from './check-competency.ts';
import { checkFurther } from './check-further.ts';
import { checkCompletion } from './completion.ts';
import type { CourseContext } from './context.ts';
import { coverOf } from './cover.ts';
import { composed } from './forms/composed.ts';
import { reportShortTimes } from './lint/minutes.ts';
import { reportLongPages } from './lint/page-length.ts';
import { pageHead } from './page-head.ts';
import { hasNearMiss, nodeReader } from './read-directive.ts';

interface OpenPage {
  readonly heading: Extract<Block, { kind: 'heading' }>;
  readonly blocks: Block[];
}

function splitPages(blocks: readonly Block[], diagnostics: Diagnostics): OpenPage[] {
  const pages: OpenPage[] = [];
  let early = false;
  for (const block of blocks) {
    if (block.cohorts && block.kind === 'heading' && block.level === 1) diagnostics.error('replaced-not-text', block.at, { name: '#' });
    if (block.kind === 'heading' && block.level === 1) pages.push({ heading: block, blocks: [] });
    else if (pages.length > 0) pages.at(-1)?.blocks.push(block);
    else if (!early) {
      diagnostics.error('text-before-page', block.at);
      early = true;
    }
  }
  return pages;
}

function checkFront(file: ModuleFile, id: string, context: CourseContext): void {
  const { value, at } = file.front;
  if (value.id !== id) context.diagnostics.error('bad-value', at('id'), { key: 'id', expected: id });
  context.ids.take(value.id, at('id'), context.diagnostics);
  value.competencies.forEach((id, index) => void checkCompetency(id, at('competencies', index), context));
}

/** Checks that every `{{name}}` of a file is a variable of the course, and that none lacks a brace. */
export function checkVariables(file: ModuleFile | BankFile, context: CourseContext): void {
  const known = Object.keys(context.course.variables);
  for (const { name, at, less } of file.variables) {
    if (less && known.includes(name)) context.diagnostics.error('brace-too-few', at, { name });
    else if (!less && !known.includes(name)) context.diagnostics.error('unknown-variable', at, { name, near: nearest(name, known) });
  }
}

function placeOf({ file, line, column }: Position): string {
  return `${file}:${line}:${column}`;
}

/** Collects the lines of some directives, as `file:line`. */
function linesOf(directives: readonly Directive[]): ReadonlySet<string> {
  const lines = new Set<string>();
  for (const { at, lastLine } of directives) for (let line = at.line; line <= lastLine; line++) lines.add(`${at.file}:${line}`);
  return lines;
}

/** Lists ids of directives and of those in them. */
function idsIn(directives: readonly Directive[]): string[] {
  return directives.flatMap(({ attributes, body }) => [
    ...(attributes.id === undefined ? [] : [attributes.id]),
    ...idsIn(body.flatMap((block) => (block.kind === 'directive' ? [block.directive] : []))),
  ]);
}

/** True if a link is in an activity with a reported near miss and leads to one of its headings. */
function isMissedItem({ page, at }: ModuleFile['pageLinks'][number], blocks: readonly Block[], context: CourseContext): boolean {
  return blocks.some((block) => {
    if (block.kind !== 'directive' || !hasNearMiss(block.directive, context)) return false;
    const { at: first, lastLine, body } = block.directive;
    const isInside = first.file === at.file && first.line <= at.line && at.line <= lastLine;
    return isInside && body.some((part) => part.kind === 'heading' && part.attributes?.id === page);
  });
}

function checkPageLinks(file: ModuleFile, pages: readonly ValidPage[], context: CourseContext): void {
  const known = pages.map((page) => page.id);
  const own = new Set(pages.flatMap((page) => activitiesOn(page).flatMap(({ ownLinks = [] }) => ownLinks.map(placeOf))));
  // A link may lead to a part of an unread directive.
  const unread = linesOf(context.unread);
  for (const link of file.pageLinks) {
    const { page, at } = link;
    if (unread.has(`${at.file}:${at.line}`) || known.includes(page) || own.has(placeOf(at))) continue;
    if (!isMissedItem(link, file.blocks, context)) context.diagnostics.error('unknown-page', at, { page, near: nearest(page, known) });
  }
}

/** Reports a bank in two quizzes of one module: a question would have one record for both. */
function checkBanks(module: ValidModule, diagnostics: Diagnostics): void {
  const seen = new Set<string>();
  const quizzes = module.pages.flatMap(activitiesOn).filter((activity) => Array.isArray(activity.options.questions));
  for (const quiz of quizzes) {
    const banks = (quiz.options.bank ?? []) as readonly string[];
    const twice = banks.find((bank) => seen.has(bank));
    if (twice) diagnostics.error('bank-twice', quiz.at, { bank: twice });
    for (const bank of banks) seen.add(bank);
  }
}

function frontOf(value: ModuleFront, course: CourseContext['course']) {
  return {
    pace: value.pace ?? course.pace,
    certificate: value.certificate,
    minutes: minutesOf(value.duration),
    competencies: value.competencies,
    completion: value.completion,
    ...(value.pass !== undefined && { pass: value.pass }),
    onFail: value['on-fail'],
  };
}

/** Converts a module to plain data; reports all errors, and keeps as much as possible. */
export function validateModule(file: ModuleFile, id: string, context: CourseContext): ValidModule {
  const firstReport = context.diagnostics.list.length;
  checkFront(file, id, context);
  checkVariables(file, context);
  const notes: Record<string, readonly Html[]> = {};
  const pages: ValidPage[] = [];
  for (const open of splitPages(file.blocks, context.diagnostics)) {
    const mine: Html[] = [];
    const head = pageHead(open.heading, context);
    const readNodes = nodeReader({ contains: 'any', notes: mine, ...(head.further && { further: true }) }, context);
    pages.push({ ...head, nodes: readNodes(open.blocks) });
    if (mine.length > 0) notes[head.id] = mine;
  }
  checkFurther(pages, context.diagnostics);
  if (pages.length === 0) context.diagnostics.error('empty-module', { file: file.file, line: 1, column: 1 });
  const isWhole = file.isSound && context.unread.length === 0 && !context.diagnostics.failedSince(firstReport);
  checkPageLinks(file, pages, context);
  const module: ValidModule = {
    id,
    file: file.file,
    title: typography(file.front.value.title, context.course.lang),
    ...frontOf(file.front.value, context.course),
    bands: bandsOf(file.front, context),
    cover: coverOf(file.front, context),
    pages,
    notes,
    ...(context.unread.length > 0 && { unread: idsIn(context.unread) }),
  };
  checkBanks(module, context.diagnostics);
  reportLongPages(pages, module.pace, context);
  if (isWhole) reportShortTimes(module, context.types, file.front.at('duration'), context.diagnostics);
  if (!file.front.isBroken) checkCompletion(module, isWhole, file.front.at('completion'), context.diagnostics);
  return module;
}

/** Names the types that draw from banks, and the types that banks may contain. */
function drawnInto({ types }: CourseContext): { readonly outer: string; readonly contains: readonly string[] } {
  const drawing = [...types].filter(([, type]) => type.form === composed);
  return {
    outer: drawing.map(([name]) => name).join(', '),
    contains: drawing.flatMap(([, { contains }]) => (Array.isArray(contains) ? (contains as readonly string[]) : [])),
  };
}

/** Reads the questions of a bank; it may contain the same types as a quiz. */
export function validateBank(file: BankFile, context: CourseContext): Node[] {
  checkVariables(file, context);
  const blocks = file.blocks.filter((block) => {
    if (block.kind !== 'heading' || block.level > 1) return true;
    context.diagnostics.error('page-in-bank', block.at, { title: block.title.text.slice(0, 60) });
    return false;
  });
  const lost: Html[] = [];
  const nodes = nodeReader({ ...drawnInto(context), notes: lost }, context)(blocks);
  const start: Position = { file: file.file, line: 1, column: 1 };
  if (lost.length > 0 || nodes.some((node) => node.kind === 'prose')) context.diagnostics.warning('text-in-bank', start);
  return nodes.filter((node) => node.kind === 'activity');
}
