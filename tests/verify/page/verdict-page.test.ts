import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { parseHtml, textOf } from '../../../build/exchange/html/parse.ts';
import { verdictPage } from '../../../build/verify/page/verdict-page.ts';
import type { VerdictJson } from '../../../build/verify/result-schema.ts';
import { verifyStrings } from '../../../build/verify/strings.ts';

const strings = verifyStrings('en');

const base: VerdictJson = {
  format: 1,
  file: 'a & b.zip',
  bytes: 2048,
  verdict: 'fine',
  findings: [],
  played: { browser: '', why: 'No browser.', launches: [], left: 0 },
};

const html = (more: Partial<VerdictJson> = {}, lang: 'fr' | 'en' = 'en'): string => verdictPage({ ...base, ...more }, verifyStrings(lang));
/** Words of the page, in one line. */
const text = (more: Partial<VerdictJson> = {}, lang: 'fr' | 'en' = 'en'): string => {
  const body = /<body[\s\S]*<\/body>/.exec(html(more, lang))?.[0] ?? '';
  return textOf(
    parseHtml(body.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<\/?(?:dt|dd|td|th|li|p|h\d|tr|span|div|strong|b)\b/g, ' $&')),
  ).replace(/\s+/g, ' ');
};

const about = {
  title: 'Le dépôt',
  standard: '1.2',
  files: 42,
  pages: [{ title: 'Quai', href: 'q.html', isSco: true }],
  schemas: 'valid',
} as const;
const finding = (severity: 'error' | 'warning' | 'note', more: object = {}) => ({
  rule: 'r',
  severity,
  sources: ['scorm.md 1', 'moodle.md 2'],
  problem: `Trop ${severity}.`,
  advice: 'Changez.',
  items: [],
  ...more,
});
const launch = (more: object = {}) => ({
  title: 'Quai',
  href: 'q.html',
  isSco: true,
  calls: [],
  written: [],
  lost: [],
  missing: [],
  elsewhere: [],
  errors: [],
  ...more,
});

test('the page is in one language, and names its file as text', () => {
  expect(html()).toContain('<html lang="en"');
  expect(html({}, 'fr')).toContain('<html lang="fr"');
  expect(html({ file: '<b>x' })).not.toContain('<b>x');
  expect(text()).toContain('a & b.zip');
  expect(html()).toContain(`<title>${strings.format('title', { file: 'a &amp; b.zip' })}</title>`);
});

test.each(['refused', 'warnings', 'fine'] as const)('the verdict %s, and what it means', (verdict) => {
  const shown = text({ verdict });
  expect(shown).toContain(strings.format(`verdict.${verdict}`));
  expect(shown).toContain(strings.format(`lead.${verdict}`).replace(/\s+/g, ' '));
});

test('facts that are known, and no others', () => {
  const facts = (more: Partial<VerdictJson>): readonly string[] =>
    (['fact.title', 'fact.standard', 'fact.size', 'fact.files', 'fact.pages', 'fact.schemas', 'fact.browser'] as const).filter((key) =>
      new RegExp(`<dt>${strings.format(key)}`).test(html(more)),
    );
  expect(facts({})).toEqual(['fact.size']);
  expect(facts({ package: { ...about, pages: [...about.pages] }, played: { ...base.played, browser: 'Chrome 1' } })).toEqual([
    'fact.title',
    'fact.standard',
    'fact.size',
    'fact.files',
    'fact.pages',
    'fact.schemas',
    'fact.browser',
  ]);
  const shown = text({ package: { ...about, pages: [...about.pages, ...about.pages] }, played: { ...base.played, browser: 'Chrome 1' } });
  for (const part of ['Le dépôt', strings.format('standard.1.2'), '2 kB', '42', ' 2 ', strings.format('schemas.valid'), 'Chrome 1'])
    expect(shown).toContain(part);
});

test.each(['valid', 'invalid', 'unchecked'] as const)('each fact stands beside its name; schemas are %s', (schemas) => {
  const source = html({ package: { ...about, pages: [...about.pages], schemas } });
  const facts = Object.fromEntries(elements('dt', source).map(([, name], at) => [name, elements('dd', source)[at]?.[1]]));
  expect(facts).toMatchObject({
    [spaced(strings.format('fact.files'))]: '42',
    [spaced(strings.format('fact.pages'))]: '1',
    [spaced(strings.format('fact.schemas'))]: spaced(strings.format(`schemas.${schemas}`)),
  });
});

test('findings are grouped, the gravest first', () => {
  const shown = text({ findings: [finding('note'), finding('error', { line: 7 }), finding('warning')] });
  const at = ['error', 'warning', 'note'].flatMap((one) => [
    shown.indexOf(strings.format(`section.${one}` as 'section.error')),
    shown.indexOf(`Trop ${one}.`),
  ]);
  expect(at).not.toContain(-1);
  expect(at).toEqual([...at].sort((a, b) => a - b));
  expect(shown).toContain(strings.format('line', { line: 7 }));
  expect(shown).toContain(strings.format('rule', { sources: 'scorm.md 1, moodle.md 2' }));
  expect(text({ findings: [finding('note')] })).not.toContain(strings.format('section.error'));
});

test('twenty names of a finding are shown', () => {
  const shown = text({ findings: [finding('error', { items: Array.from({ length: 22 }, (_, n) => `fichier-${n + 1}.png`) })] });
  expect([shown.includes('fichier-20.png'), shown.includes('fichier-21.png'), shown.includes(strings.format('more', { n: 2 }))]).toEqual([
    true,
    false,
    true,
  ]);
});

test('ten findings of a rule are shown', () => {
  const shown = text({ findings: Array.from({ length: 12 }, (_, n) => finding('error', { problem: `Faute ${n + 1}.` })) });
  expect([shown.includes('Faute 10.'), shown.includes('Faute 11.')]).toEqual([true, false]);
});

const written = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ element: `cmi.x${n + 1}`, value: 'v'.repeat(90), at: 1250, closing: n === 0, kept: n > 0 }));

test('forty values of a page are shown, with their time and whether they are kept', () => {
  const shown = (count: number): string =>
    text({ played: { browser: 'Chrome', why: '', left: 0, launches: [launch({ written: written(count) })] } });
  expect([shown(42).includes('cmi.x40 '), shown(42).includes('cmi.x41'), shown(42).includes(strings.format('more', { n: 2 }))]).toEqual([
    true,
    false,
    true,
  ]);
  expect(shown(40)).not.toContain(strings.format('more', { n: 1 }));
  expect(shown(41)).toContain(strings.format('more', { n: 1 }));
  expect(shown(2)).toContain(`${'v'.repeat(80)}…`);
  expect(shown(1)).toContain(strings.format('played.closing'));
  expect(shown(2)).toContain(strings.format('played.seconds', { n: '1.3' }));
  const french = text({ played: { browser: 'Chrome', why: '', left: 0, launches: [launch({ written: written(2) })] } }, 'fr');
  expect(french).toContain(verifyStrings('fr').format('played.seconds', { n: '1,3' }).replace(/\s+/g, ' '));
});

test('each value says whether it is kept', () => {
  const rows = [
    ...html({ played: { browser: 'Chrome', why: '', left: 0, launches: [launch({ written: written(2) })] } }).matchAll(
      /<tr\b[\s\S]*?<\/tr>/g,
    ),
  ].map(([row]) => textOf(parseHtml(row)).replace(/\s+/g, ' ').trim());
  const [first = '', second = ''] = rows.filter((row) => row.includes('cmi.x'));
  expect([first.endsWith(strings.format('no')), second.endsWith(strings.format('yes'))]).toEqual([true, true]);
});

test('pages that were not played are counted', () => {
  const played = (left: number): string => text({ played: { browser: 'Chrome', why: '', left, launches: [launch()] } });
  expect(played(3)).toContain(strings.format('played.left', { n: 3 }));
  expect(played(1)).toContain(strings.format('played.left', { n: 1 }));
  expect(played(0)).not.toContain(strings.format('played.left', { n: 0 }));
  expect(text()).toContain('No browser.');
});

test('one file that works offline: no address of another host, one script that its policy allows', () => {
  const source = html({ package: { ...about, pages: [] } });
  expect([...source.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address)).toEqual([]);
  const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(source) ?? [];
  const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(source) ?? [];
  const digest = createHash('sha256').update(script).digest('base64');
  expect(policy.replace(/&#x27;/g, "'").replace(/&#x3D;/g, '=')).toContain(`script-src 'sha256-${digest}'`);
  expect(script.length).toBeGreaterThan(100);
  const [, css = ''] = /<style>([^<]+)/.exec(source) ?? [];
  expect(['.badge', '.finding', '@media print'].map((part) => [part, css.includes(part)])).toEqual(
    ['.badge', '.finding', '@media print'].map((part) => [part, true]),
  );
});

/** Elements of a name in the page, each with its class and its words. */
function elements(name: string, source: string): readonly (readonly [string, string])[] {
  return [...source.matchAll(new RegExp(`<${name}\\b([^>]*)>([\\s\\S]*?)</${name}>`, 'g'))].map(([, attributes = '', inside = '']) => [
    /class="([^"]*)"/.exec(attributes)?.[1] ?? '',
    textOf(parseHtml(inside.replace(/<\/?(?:td|th|tr|p|li|h3)\b/g, ' $&')))
      .replace(/\s+/g, ' ')
      .trim(),
  ]);
}
const spaced = (words: string): string => words.replace(/\s+/g, ' ');

test.each(['en', 'fr'] as const)('a finding is shown whole, in order: %s', (lang) => {
  const own = verifyStrings(lang);
  const findings = [
    finding('note'),
    finding('error', { line: 7, items: ['a.png', '12: bad'] }),
    finding('note', { rule: 'other', problem: 'Deux.' }),
  ];
  const advice = `${own.texts.do}${lang === 'fr' ? ' : ' : ': '}Changez.`;
  const rule = own.format('rule', { sources: 'scorm.md 1, moodle.md 2' });
  const source = html({ findings }, lang);
  const schema = own.format('schemaLine', { line: '12', message: 'bad' });
  expect(elements('article', source)).toEqual(
    [
      ['finding is-error', `Trop error. a.png ${schema} ${advice} ${own.format('line', { line: 7 })} · ${rule}`],
      ['finding is-note', `Trop note. ${advice} ${rule}`],
      ['finding is-note', `Deux. ${advice} ${rule}`],
    ].map(([type, words = '']) => [type, spaced(words)]),
  );
  expect(elements('h2', source).map(([, words]) => words)).toEqual(
    [own.format('section.error'), own.format('section.note'), own.texts.played_title].map((words) => spaced(String(words))),
  );
  expect(elements('p', source).slice(1, 3)).toEqual([
    ['badge fine', spaced(own.format('verdict.fine'))],
    ['lead', spaced(own.format('lead.fine'))],
  ]);
});

test('the values of a page are rows, in their order', () => {
  const values = [
    { element: 'cmi.a', value: 'x', at: 400, closing: false, kept: true },
    { element: 'cmi.b', value: '', at: 62_000, closing: false, kept: false },
    { element: 'cmi.c', value: 'z', at: 900, closing: true, kept: true },
  ];
  const launches = [launch({ written: values, lost: ['cmi.b'] }), launch({ title: 'Voie', isSco: false })];
  const source = html({ played: { browser: 'Chrome', why: '', left: 1, launches } });
  const at = (seconds: string): string => strings.format('played.seconds', { n: seconds });
  expect(elements('tr', source).slice(1)).toEqual([
    ['', spaced(`cmi.a x ${at('0.4')} ${strings.format('yes')}`)],
    ['', spaced(`cmi.b ${at('62')} ${strings.format('no')}`)],
    ['', spaced(`cmi.c z ${strings.format('played.closing')} ${strings.format('yes')}`)],
  ]);
  expect(elements('td', source).filter(([type]) => type === 'lost')).toEqual([['lost', strings.format('no')]]);
  expect(elements('h3', source).map(([, words]) => words)).toEqual(['Quai', 'Voie']);
  expect(elements('article', source)[1]).toEqual(['launch', `Voie ${spaced(strings.format('played.asset', { title: 'Voie' }))}`]);
});
