import { expect, test } from 'vitest';
import { lookAtPage, valuesOf } from '../../helpers/look-at.ts';

const BODY = '\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::';
const look = (attributes: string) => lookAtPage(`:::choice{${attributes}}${BODY}`);

test('an unknown attribute brings the nearest known one, and all others', () => {
  const looked = look('#frein attemps=2');
  expect([looked.found, valuesOf(looked, 'unknown-attribute')]).toMatchObject([
    ['unknown-attribute 8'],
    { key: 'attemps', near: 'attempts' },
  ]);
  expect(valuesOf(looked, 'unknown-attribute')?.keys).toMatch(/attempts.*competency/);
});

test('an id without its sign is recognised', () => {
  const near = (attributes: string) => valuesOf(look(attributes), 'unknown-attribute')?.near;
  expect([near('id="Le frein"'), near('le-frein'), near('#frein le-frein')]).toEqual(['#le-frein', '#le-frein', '']);
});

test('a value that can’t be read brings an example, or all words that can stand there', () => {
  const attempts = look('#frein attempts=deux');
  expect([attempts.found, valuesOf(attempts, 'bad-attribute')]).toMatchObject([
    ['bad-attribute 8'],
    { key: 'attempts', value: 'deux', example: 'attempts=2' },
  ]);
  const kind = lookAtPage(':::callout{kind=bleu}\nUn patin.\n:::');
  expect(valuesOf(kind, 'bad-attribute')?.example).toMatch(/^kind=\w+, kind=\w+/);
});

test('other values of an activity are kept beside a wrong one', () => {
  expect(look('#frein attempts=deux points=4').activity).toMatchObject({ points: 4, attempts: 0 });
  const own = lookAtPage(':::writing{#journal max-characters=120 min-words=x}\nVotre jour.\n\n## Hier\n:::');
  expect([own.found, own.activity?.options]).toMatchObject([['bad-attribute 8'], { maxCharacters: 120 }]);
});

test('a missing attribute is reported, but not where the braces can’t be read', () => {
  const missing = lookAtPage('::figure{alt="Un patin"}');
  expect([missing.found, valuesOf(missing, 'missing-attribute')]).toMatchObject([['missing-attribute 8'], { name: 'figure', key: 'src' }]);
  expect(lookAtPage('::figure{alt="Un patin src=patin.png}').found).not.toContain('missing-attribute 8');
});

test('several words without quotation marks are one mistake, with the line to write', () => {
  const looked = look('#frein title=Le frein à patin points=2');
  expect([looked.found, valuesOf(looked, 'words-without-quotes')]).toEqual([
    ['words-without-quotes 8'],
    { key: 'title', fit: 'title="Le frein à patin"' },
  ]);
});

test('a file on a site is reported as such', () => {
  const looked = lookAtPage('::figure{src="https://example.org/patin.png" alt="Un patin"}');
  expect([looked.found, valuesOf(looked, 'file-of-site')]).toEqual([['file-of-site 8'], { address: 'https://example.org/patin.png' }]);
  const page = lookAtPage('::figure{src="HTTP://example.org/patin" alt="Un patin"}');
  expect([page.list.map(({ code, at }) => [code, at.column]), valuesOf(page, 'file-of-site')]).toEqual([
    [['file-of-site', 10]],
    { address: 'HTTP://example.org/patin' },
  ]);
  expect(lookAtPage('::figure{src="patin.pdf" alt="Un patin"}').found).toEqual(['bad-attribute 8']);
  expect(lookAtPage(':::callout{kind="https://example.org"}\nUn patin.\n:::').found).toEqual(['bad-attribute 8']);
});

test('each wrong attribute is reported once, at its place, with its example', () => {
  const looked = look('#frein attempts=0 points=x title=""');
  const bad = looked.list.filter(({ code }) => code === 'bad-attribute');
  expect(bad.map(({ at, values }) => [at.column, values.key, values.value])).toEqual([
    [29, 'points', 'x'],
    [18, 'attempts', '0'],
    [38, 'title', ''],
  ]);
  expect(bad[2]?.values).toMatchObject({ example: 'title="Pour commencer"', english: 'title="To begin with"' });
  expect(bad[0]?.values).toMatchObject({ example: 'points=2', english: 'points=2' });
});

test('a key without a value, where it needs one, is reported with what can stand there', () => {
  expect(valuesOf(look('#frein points'), 'bad-attribute')).toMatchObject({ key: 'points', value: 'true' });
});

test('an attribute inside another schema has its example, too', () => {
  const missing = lookAtPage(':::table\n| a |\n|---|\n| b |\n:::');
  expect(valuesOf(missing, 'missing-attribute')).toMatchObject({ key: 'caption', example: expect.stringMatching(/^caption="/) });
  const size = lookAtPage(':::writing{#journal max-characters=0}\nVotre jour.\n\n## Hier\n:::');
  expect(valuesOf(size, 'bad-attribute')?.example).toMatch(/^max-characters=\d+$/);
});

test('words behind a value are its own only if they are like no attribute', () => {
  const written = (attributes: string): unknown => valuesOf(look(attributes), 'words-without-quotes')?.fit;
  expect(written('#frein title=Le frein')).toBe('title="Le frein"');
  expect(written('#frein title=Le points=2')).toBeUndefined();
  expect(written('#frein title="Le frein" soir')).toBeUndefined();
  expect(written('#frein title=Le soir=2')).toBeUndefined();
  expect(written('#frein required title=Le frein')).toBe('title="Le frein"');
  expect(look('#frein foo=Le soir').found).toEqual(['unknown-attribute 8', 'unknown-attribute 8']);
  expect(look('#frein title=Le shufle').found).toEqual(['unknown-attribute 8']);
  expect(look('#frein title=Le frein du soir').found).toEqual(['words-without-quotes 8']);
});

test('an id is suggested only where there is none', () => {
  const near = (attributes: string): unknown => valuesOf(look(attributes), 'unknown-attribute')?.near;
  expect([near('le-frein=2'), near('Frein-2'), near('points-2')]).toEqual(['', '', '#points-2']);
  expect([near('frein'), near('frein-2'), near('f2'), near('#a id=frein'), near('id')]).toEqual(['', '#frein-2', '#f2', '', '']);
});

test('attributes of a block are its own: it has no points', () => {
  expect(lookAtPage(':::callout{kind=tip points=2}\nUn patin.\n:::').found).toEqual(['unknown-attribute 8']);
});

test('a mistyped attribute, words without quotes or torn braces hide what a type would miss without them', () => {
  const found = (attributes: string, type = 'numeric') => lookAtPage(`:::${type}{#pente ${attributes}}\nQuelle pente ?\n:::`).found;
  expect([found(''), found('answr=3'), found('answer="3')].map((codes) => codes.map((one) => one.split(' ')[0]))).toEqual([
    ['missing-attribute'],
    ['unknown-attribute'],
    [expect.not.stringMatching(/no-answer|missing/)],
  ]);
  expect(found('answer=Le frein rouge', 'short-text')).toEqual(['words-without-quotes 8']);
});

test('an attribute with two mistakes is reported once', () => {
  const story = '## Un {#un}\nUn tram.\n\n- [Oui](#fin)\n\n## Fin {#fin ending=good}\nFin.\n:::';
  expect(lookAtPage(`:::branching{#choix state="un; deux"}\n${story}`).found).toEqual(['bad-attribute 8']);
});
