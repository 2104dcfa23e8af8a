import { fewOfEach, itemsOf, launchSentences, playedAbout, type ShownFinding, sizeText } from './page/shown.ts';
import type { VerdictJson } from './result-schema.ts';
import type { VerifyWords } from './words.ts';

/** Colours of a terminal. */
export interface TextColours {
  red(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
  green(text: string): string;
  bold(text: string): string;
  dim(text: string): string;
}

/** Most names of a finding in a terminal. */
const NAMES = 5;

const COLOURS = { error: 'red', warning: 'yellow', note: 'cyan' } as const;

function findingText(finding: ShownFinding, words: VerifyWords, colours: TextColours): string {
  const { severity, problem, advice, line, sources } = finding;
  const { shown, more } = itemsOf(finding, NAMES, words);
  const colon = words.lang === 'fr' ? '\u00a0:' : ':';
  const where = [line === undefined ? '' : words.say('line', { line }), words.say('rule', { sources: sources.join(', ') })];
  return [
    `${colours[COLOURS[severity]](words.say(severity))} ${problem}`,
    ...[...shown, ...(more === '' ? [] : [more])].map((item) => `    ${item}`),
    `  ${words.say('do')}${colon} ${advice}`,
    `  ${colours.dim(where.filter((text) => text !== '').join(' · '))}`,
  ].join('\n');
}

function headText({ file, bytes, verdict, package: about }: VerdictJson, words: VerifyWords, colours: TextColours): string {
  const colour = { refused: 'red', warnings: 'yellow', fine: 'green' } as const;
  const facts = [about ? words.say(`standard.${about.standard}`) : '', sizeText(bytes, words)].filter((fact) => fact !== '');
  const head = `${colours.bold(file)} (${facts.join(', ')})`;
  return `${head}\n${colours[colour[verdict]](words.say(`verdict.${verdict}`))}. ${words.say(`lead.${verdict}`)}`;
}

/** Describes a verdict for a terminal: what is wrong first, then what was seen in a browser. */
export function verdictText(result: VerdictJson, words: VerifyWords, colours: TextColours): string {
  const { findings, played } = result;
  const colon = words.lang === 'fr' ? '\u00a0:' : ':';
  const seen = played.launches.map((launch) => launchSentences(launch, words).join(' '));
  const left = played.left > 0 ? [words.say('played.left', { n: played.left })] : [];
  const title = played.browser === '' ? '' : `${words.say('fact.browser')} ${played.browser}${colon} `;
  return [
    headText(result, words, colours),
    ...fewOfEach(findings).map((finding) => findingText(finding, words, colours)),
    [title + playedAbout(result, words), ...seen, ...left].join('\n'),
  ].join('\n\n');
}
