import { reports } from 'virtual:cartable-papers';
import { compiled } from '../../html/handlebars.ts';
import type { FindingJson, LaunchJson, VerdictJson } from '../result-schema.ts';
import type { TextKey, VerifyStrings } from '../strings.ts';
import { fewOfEach, itemsOf, launchSentences, playedAbout, shortened, sizeText } from './shown.ts';

/** Most names of a finding, and most values of a launch, on the page. */
const NAMES = 20;
const VALUES = 40;

const page = compiled(reports.templates.verdict);

function factsOf({ package: about, bytes, played }: VerdictJson, strings: VerifyStrings) {
  const facts: readonly (readonly [TextKey, string])[] = [
    ['fact.title', about?.title ?? ''],
    ['fact.standard', about ? strings.format(`standard.${about.standard}`) : ''],
    ['fact.size', sizeText(bytes, strings)],
    ['fact.files', about ? String(about.files) : ''],
    ['fact.pages', about ? String(about.pages.length) : ''],
    ['fact.schemas', about ? strings.format(`schemas.${about.schemas}`) : ''],
    ['fact.browser', played.browser],
  ];
  return facts.flatMap(([key, value]) => (value === '' ? [] : { name: strings.format(key), value }));
}

function groupsOf(findings: readonly FindingJson[], strings: VerifyStrings) {
  return (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const own = findings.filter((finding) => finding.severity === severity);
    if (own.length === 0) return [];
    return {
      severity,
      title: strings.format(`section.${severity}`),
      findings: fewOfEach(own).map((finding) => {
        const { shown, more } = itemsOf(finding, NAMES, strings);
        return {
          ...finding,
          items: shown,
          more,
          line: finding.line === undefined ? '' : strings.format('line', { line: finding.line }),
          rule: strings.format('rule', { sources: finding.sources.join(', ') }),
        };
      }),
    };
  });
}

function launchView(launch: LaunchJson, strings: VerifyStrings) {
  const { title, written } = launch;
  const seconds = new Intl.NumberFormat(strings.lang, { maximumFractionDigits: 1 });
  const rest = written.length - VALUES;
  return {
    title,
    sentences: launchSentences(launch, strings),
    rows: written.slice(0, VALUES).map(({ element, value, at, closing, kept }) => ({
      element,
      value: shortened(value),
      when: closing ? strings.format('played.closing') : strings.format('played.seconds', { n: seconds.format(at / 1000) }),
      kept: strings.format(kept ? 'yes' : 'no'),
      isKept: kept,
    })),
    more: rest > 0 ? strings.format('more', { n: rest }) : '',
  };
}

/** Makes the page about a package: one file, which works offline and prints. */
export function verdictPage(result: VerdictJson, strings: VerifyStrings): string {
  const { file, verdict, findings, played } = result;
  return page({
    lang: strings.lang,
    t: strings.texts,
    colon: strings.lang === 'fr' ? '\u00a0: ' : ': ',
    css: reports.css + reports.verdictCss,
    script: reports.script,
    policy: reports.policy,
    pageTitle: strings.format('title', { file }),
    file,
    verdict,
    badge: strings.format(`verdict.${verdict}`),
    lead: strings.format(`lead.${verdict}`),
    facts: factsOf(result, strings),
    groups: groupsOf(findings, strings),
    played: {
      about: playedAbout(result, strings),
      launches: played.launches.map((launch) => launchView(launch, strings)),
      left: played.left > 0 ? strings.format('played.left', { n: played.left }) : '',
    },
  });
}
