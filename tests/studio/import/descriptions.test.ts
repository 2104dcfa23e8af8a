import { expect, test } from 'vitest';
import { bytesOf, type Files, withDescriptions } from '../../../build/studio/import/descriptions.ts';

const WRITTEN = '![À revoir : décrivez l’image](assets/x/four.png)';
const place = { path: 'modules/pain/x.md', picture: 'modules/pain/assets/x/four.png', written: WRITTEN };

test('writes a description in each place of its picture, so that no sign of it has a meaning', () => {
  const files = new Map([['modules/pain/x.md', `a ${WRITTEN} b ${WRITTEN} c`]]);
  const described = new Map([[place.picture, '  Un [four] à   $& pain ']]);
  expect(withDescriptions(files, [place, place], described).get('modules/pain/x.md')).toBe(
    'a ![Un \\[four\\] à \\$& pain](assets/x/four.png) b ![Un \\[four\\] à \\$& pain](assets/x/four.png) c',
  );
});

test('a picture without a description keeps its placeholder', () => {
  const files = new Map([['modules/pain/x.md', WRITTEN]]);
  expect(withDescriptions(files, [place], new Map([[place.picture, ' ']]))).toEqual(files);
});

test('the comment that asked for the description goes with it', () => {
  const comment = '<!-- À revoir : décrivez l’image assets/x/four.png entre les crochets. -->';
  const files = new Map([['modules/pain/x.md', `# Four\n\n${comment}\n${WRITTEN}\n`]]);
  const described = new Map([[place.picture, 'Un four']]);
  expect(withDescriptions(files, [place], described).get('modules/pain/x.md')).toBe('# Four\n\n![Un four](assets/x/four.png)\n');
});

test.each([
  '<!-- Voir assets/x/four.png',
  'assets/x/four.png -->',
  '<!-- assets/x/four.pngs -->',
  '<!-- Voir le four. -->',
  'Voir assets/x/four.png -->',
])('another comment stays: %s', (line) => {
  const files = new Map([
    ['modules/pain/x.md', `${line} \n${WRITTEN}\n`],
    ['modules/pain/y.md', `${line}\n${WRITTEN}\n`],
  ]);
  const described = new Map([[place.picture, 'Un four']]);
  const found = withDescriptions(files, [place, { ...place, path: 'modules/pain/y.md' }], described);
  expect([...found.values()]).toEqual([`${line} \n![Un four](assets/x/four.png)\n`, `${line}\n![Un four](assets/x/four.png)\n`]);
});

test('the comment may be the first line, and only one goes', () => {
  const comment = '<!-- Voir assets/x/four.png ici. -->';
  const files = new Map([['modules/pain/x.md', `${comment}\n${WRITTEN}\n${comment}\n`]]);
  const found = withDescriptions(files, [place], new Map([[place.picture, 'Un four']]));
  expect(found.get('modules/pain/x.md')).toBe(`![Un four](assets/x/four.png)\n${comment}\n`);
});

test('a picture that nobody described, or whose text is not there or no text, changes nothing', () => {
  const files: Files = new Map<string, string | Uint8Array<ArrayBuffer>>([
    ['modules/pain/x.md', WRITTEN],
    ['modules/pain/a.bin', Uint8Array.of(1)],
  ]);
  const places = [place, { ...place, path: 'modules/pain/a.bin', picture: 'a' }, { ...place, path: 'none.md', picture: 'a' }];
  expect(withDescriptions(files, places, new Map([['a', 'Un four']]))).toEqual(files);
});

test('what has no description keeps nothing else from getting one', () => {
  const other = { path: 'modules/pain/y.md', picture: 'y', written: '![À revoir](y.png)' };
  const files = new Map([
    ['modules/pain/x.md', WRITTEN],
    ['modules/pain/y.md', other.written],
  ]);
  const found = withDescriptions(files, [place, other], new Map([['y', 'Un four']]));
  expect([...found.values()]).toEqual([WRITTEN, '![Un four](y.png)']);
});

test('a placeholder without an address gets its words', () => {
  const files = new Map([['modules/pain/x.md', 'a ![À revoir] b']]);
  const found = withDescriptions(files, [{ ...place, written: '![À revoir]' }], new Map([[place.picture, 'Un four']]));
  expect(found.get('modules/pain/x.md')).toBe('a ![Un four]() b');
});

test('a placeholder may have words in brackets', () => {
  const written = '![À revoir (le four)](assets/x/four.png)';
  const files = new Map([['modules/pain/x.md', written]]);
  const found = withDescriptions(files, [{ ...place, written }], new Map([[place.picture, 'Un four']]));
  expect(found.get('modules/pain/x.md')).toBe('![Un four](assets/x/four.png)');
});

test('texts are written as UTF-8, other files as they are', () => {
  const bytes = Uint8Array.of(255, 0);
  const files: Files = new Map<string, string | Uint8Array<ArrayBuffer>>([
    ['é.md', 'Été'],
    ['a.bin', bytes],
  ]);
  expect([...bytesOf(files)]).toEqual([
    ['é.md', new Uint8Array(Buffer.from('Été'))],
    ['a.bin', bytes],
  ]);
});
