import type { FindingJson, LaunchJson, VerdictJson } from '../result-schema.ts';
import type { VerifyWords } from '../words.ts';

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
export function sizeText(bytes: number, words: VerifyWords): string {
  const isLarge = bytes >= KB * KB;
  const value = bytes / (isLarge ? KB * KB : KB);
  const n = new Intl.NumberFormat(words.lang, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
  return words.say('size', { n, unit: words.say(isLarge ? 'unit.mb' : 'unit.kb') });
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
export function itemsOf({ items, problem, others }: ShownFinding, most: number, words: VerifyWords) {
  const list = items.length === 1 && problem.includes(items[0] ?? '') ? [] : items;
  const shown = list.slice(0, most).map((item) => (/^\d+: /.test(item) ? schemaLine(item, words) : item));
  const rest = list.length - shown.length + others;
  return { shown, more: rest > 0 ? words.say('more', { n: rest }) : '' };
}

/** Formats `12: message` of a schema's validator. */
function schemaLine(item: string, words: VerifyWords): string {
  const [, line = '', message = ''] = /^(\d+): (.*)$/s.exec(item) ?? [];
  return words.say('schemaLine', { line, message });
}

/** Names some elements: status, score and the like before the many of questions and objectives. */
function elementList(elements: readonly string[], words: VerifyWords): string {
  const isOfMany = (element: string): boolean => /^cmi\.(?:interactions|objectives)\./.test(element);
  const sorted = [...elements.filter((element) => !isOfMany(element)), ...elements.filter(isOfMany)];
  const rest = sorted.length - ELEMENTS;
  return [...sorted.slice(0, ELEMENTS), ...(rest > 0 ? [words.say('more', { n: rest })] : [])].join(', ');
}

/** Describes what a page has written, what a closed tab loses, and whether it asked other sites. */
export function launchSentences({ title, isSco, written, lost, elsewhere }: LaunchJson, words: VerifyWords): string[] {
  const opening = written.filter(({ closing }) => !closing).map(({ element }) => element);
  const values = (elements: readonly string[]) => ({ title, n: elements.length, list: elementList(elements, words) });
  if (!isSco && written.length === 0) return [words.say('played.asset', { title })];
  return [
    opening.length === 0 ? words.say('played.opens.none', { title }) : words.say('played.opens', values(opening)),
    ...(written.length === 0 ? [] : [lost.length === 0 ? words.say('played.keeps') : words.say('played.loses', values(lost))]),
    ...(elsewhere.length === 0 ? [words.say('played.inside')] : []),
  ];
}

/** Describes what was played, or why nothing was. */
export function playedAbout({ played }: VerdictJson, words: VerifyWords): string {
  return played.why === '' ? words.say('played.about') : words.say('played.none', { why: played.why });
}
