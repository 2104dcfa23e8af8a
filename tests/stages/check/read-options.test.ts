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
});
