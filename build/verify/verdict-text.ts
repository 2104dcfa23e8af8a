import { fewOfEach, itemsOf, launchSentences, playedAbout, type ShownFinding, sizeText } from './page/shown.ts';
import type { VerdictJson } from './result-schema.ts';
import type { VerifyStrings } from './strings.ts';

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

function findingText(finding: ShownFinding, strings: VerifyStrings, colours: TextColours): string {
  const { severity, problem, advice, line, sources } = finding;
  const { shown, more } = itemsOf(finding, NAMES, strings);
  const colon = strings.lang === 'fr' ? '\u00a0:' : ':';
  const where = [line === undefined ? '' : strings.format('line', { line }), strings.format('rule', { sources: sources.join(', ') })];
  return [
    `${colours[COLOURS[severity]](strings.format(severity))} ${problem}`,
    ...[...shown, ...(more === '' ? [] : [more])].map((item) => `    ${item}`),
    `  ${strings.format('do')}${colon} ${advice}`,
    `  ${colours.dim(where.filter((text) => text !== '').join(' · '))}`,
  ].join('\n');
}

function headText({ file, bytes, verdict, package: about }: VerdictJson, strings: VerifyStrings, colours: TextColours): string {
  const colour = { refused: 'red', warnings: 'yellow', fine: 'green' } as const;
  const facts = [about ? strings.format(`standard.${about.standard}`) : '', sizeText(bytes, strings)].filter((fact) => fact !== '');
  const head = `${colours.bold(file)} (${facts.join(', ')})`;
  return `${head}\n${colours[colour[verdict]](strings.format(`verdict.${verdict}`))}. ${strings.format(`lead.${verdict}`)}`;
}

/** Describes a verdict for a terminal: what is wrong first, then what was seen in a browser. */
export function verdictText(result: VerdictJson, strings: VerifyStrings, colours: TextColours): string {
  const { findings, played } = result;
  const colon = strings.lang === 'fr' ? '\u00a0:' : ':';
  const seen = played.launches.map((launch) => launchSentences(launch, strings).join(' '));
  const left = played.left > 0 ? [strings.format('played.left', { n: played.left })] : [];
  const title = played.browser === '' ? '' : `${strings.format('fact.browser')} ${played.browser}${colon} `;
  return [
    headText(result, strings, colours),
    ...fewOfEach(findings).map((finding) => findingText(finding, strings, colours)),
    [title + playedAbout(result, strings), ...seen, ...left].join('\n'),
  ].join('\n\n');
}
