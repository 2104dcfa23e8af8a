import type { FindingJson, LaunchJson, VerdictJson } from '../result-schema.ts';
import type { VerifyStrings } from '../strings.ts';

/** Longest value that is shown, in characters. */
const LONGEST = 80;

/** Most elements that a sentence names. */
const ELEMENTS = 5;

/** Most findings of one rule that are shown. */
const FINDINGS = 10;

const KB = 1024;

/** Shortens a text for display. */
export function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

/** Formats a number of bytes. */
export function sizeText(bytes: number, strings: VerifyStrings): string {
  const isLarge = bytes >= KB * KB;
  const value = bytes / (isLarge ? KB * KB : KB);
  const n = new Intl.NumberFormat(strings.lang, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
  return strings.format('size', { n, unit: strings.format(isLarge ? 'unit.mb' : 'unit.kb') });
}

/** A finding, and how many more of its rule follow that are not shown. */
export interface ShownFinding extends FindingJson {
  readonly others: number;
}

/** Keeps the first findings of each rule; the last kept one has the number of the others. */
export function fewOfEach(findings: readonly FindingJson[]): ShownFinding[] {
  const counts = new Map<string, number>();
  const numbered = findings.map((finding) => {
    const nth = (counts.get(finding.rule) ?? 0) + 1;
    counts.set(finding.rule, nth);
    return { finding, nth };
  });
  const others = (rule: string, nth: number): number => (nth === FINDINGS ? (counts.get(rule) ?? 0) - FINDINGS : 0);
  return numbered.filter(({ nth }) => nth <= FINDINGS).map(({ finding, nth }) => ({ ...finding, others: others(finding.rule, nth) }));
}

/** Names that a finding shows: all that its sentence doesn't name itself. */
export function itemsOf({ items, problem, others }: ShownFinding, most: number, strings: VerifyStrings) {
  const list = items.length === 1 && problem.includes(items[0] ?? '') ? [] : items;
  const shown = list.slice(0, most).map((item) => (/^\d+: /.test(item) ? schemaLine(item, strings) : item));
  const rest = list.length - shown.length + others;
  return { shown, more: rest > 0 ? strings.format('more', { n: rest }) : '' };
}

/** Formats `12: message` of a schema's validator. */
function schemaLine(item: string, strings: VerifyStrings): string {
  const [, line = '', message = ''] = /^(\d+): (.*)$/s.exec(item) ?? [];
  return strings.format('schemaLine', { line, message });
}

/** Names some elements: status, score and the like before the many of questions and objectives. */
function elementList(elements: readonly string[], strings: VerifyStrings): string {
  const isOfMany = (element: string): boolean => /^cmi\.(?:interactions|objectives)\./.test(element);
  const sorted = [...elements.filter((element) => !isOfMany(element)), ...elements.filter(isOfMany)];
  const rest = sorted.length - ELEMENTS;
  return [...sorted.slice(0, ELEMENTS), ...(rest > 0 ? [strings.format('more', { n: rest })] : [])].join(', ');
}

/** Describes what a page has written, what a closed tab loses, and whether it asked other sites. */
export function launchSentences({ title, isSco, written, lost, elsewhere }: LaunchJson, strings: VerifyStrings): string[] {
  const opening = written.filter(({ closing }) => !closing).map(({ element }) => element);
  const values = (elements: readonly string[]) => ({ title, n: elements.length, list: elementList(elements, strings) });
  if (!isSco && written.length === 0) return [strings.format('played.asset', { title })];
  return [
    opening.length === 0 ? strings.format('played.opens.none', { title }) : strings.format('played.opens', values(opening)),
    ...(written.length === 0 ? [] : [lost.length === 0 ? strings.format('played.keeps') : strings.format('played.loses', values(lost))]),
    ...(elsewhere.length === 0 ? [strings.format('played.inside')] : []),
  ];
}

/** Describes what was played, or why nothing was. */
export function playedAbout({ played }: VerdictJson, strings: VerifyStrings): string {
  return played.why === '' ? strings.format('played.about') : strings.format('played.none', { why: played.why });
}
