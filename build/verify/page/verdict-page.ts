import { reports } from 'virtual:cartable-papers';
import { compiled } from '../../html/handlebars.ts';
import type { FindingJson, LaunchJson, VerdictJson } from '../result-schema.ts';
import type { TextKey, VerifyWords } from '../words.ts';
import { fewOfEach, itemsOf, launchSentences, playedAbout, shortened, sizeText } from './shown.ts';

/** Most names of a finding, and most values of a launch, on the page. */
const NAMES = 20;
const VALUES = 40;

const page = compiled(reports.templates.verdict);

function factsOf({ package: about, bytes, played }: VerdictJson, words: VerifyWords) {
  const facts: readonly (readonly [TextKey, string])[] = [
    ['fact.title', about?.title ?? ''],
    ['fact.standard', about ? words.say(`standard.${about.standard}`) : ''],
    ['fact.size', sizeText(bytes, words)],
    ['fact.files', about ? String(about.files) : ''],
    ['fact.pages', about ? String(about.pages.length) : ''],
    ['fact.schemas', about ? words.say(`schemas.${about.schemas}`) : ''],
    ['fact.browser', played.browser],
  ];
  return facts.flatMap(([key, value]) => (value === '' ? [] : { name: words.say(key), value }));
}

function groupsOf(findings: readonly FindingJson[], words: VerifyWords) {
  return (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const own = findings.filter((finding) => finding.severity === severity);
    if (own.length === 0) return [];
    return {
      severity,
      title: words.say(`section.${severity}`),
      findings: fewOfEach(own).map((finding) => {
        const { shown, more } = itemsOf(finding, NAMES, words);
        return {
          ...finding,
          items: shown,
          more,
          line: finding.line === undefined ? '' : words.say('line', { line: finding.line }),
          rule: words.say('rule', { sources: finding.sources.join(', ') }),
        };
      }),
    };
  });
}

function launchView(launch: LaunchJson, words: VerifyWords) {
  const { title, written } = launch;
  const seconds = new Intl.NumberFormat(words.lang, { maximumFractionDigits: 1 });
  const rest = written.length - VALUES;
  return {
    title,
    sentences: launchSentences(launch, words),
    rows: written.slice(0, VALUES).map(({ element, value, at, closing, kept }) => ({
      element,
      value: shortened(value),
      when: closing ? words.say('played.closing') : words.say('played.seconds', { n: seconds.format(at / 1000) }),
      kept: words.say(kept ? 'yes' : 'no'),
      isKept: kept,
    })),
    more: rest > 0 ? words.say('more', { n: rest }) : '',
  };
}

/** Makes the page about a package: one file, which works offline and prints. */
export function verdictPage(result: VerdictJson, words: VerifyWords): string {
  const { file, verdict, findings, played } = result;
  return page({
    lang: words.lang,
    t: words.texts,
    colon: words.lang === 'fr' ? '\u00a0: ' : ': ',
    css: reports.css + reports.verdictCss,
    script: reports.script,
    policy: reports.policy,
    pageTitle: words.say('title', { file }),
    file,
    verdict,
    badge: words.say(`verdict.${verdict}`),
    lead: words.say(`lead.${verdict}`),
    facts: factsOf(result, words),
    groups: groupsOf(findings, words),
    played: {
      about: playedAbout(result, words),
      launches: played.launches.map((launch) => launchView(launch, words)),
      left: played.left > 0 ? words.say('played.left', { n: played.left }) : '',
    },
  });
}
