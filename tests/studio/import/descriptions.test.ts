import { expect, test } from 'vitest';
import { withDescriptions } from '../../../build/studio/import/descriptions.ts';

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

test.each(['<!-- Voir assets/x/four.png', 'assets/x/four.png -->', '<!-- assets/x/four.pngs -->', '<!-- Voir le four. -->'])(
  'another comment stays: %s',
  (line) => {
    const files = new Map([
      ['modules/pain/x.md', `${line} \n${WRITTEN}\n`],
      ['modules/pain/y.md', `${line}\n${WRITTEN}\n`],
    ]);
    const described = new Map([[place.picture, 'Un four']]);
    const found = withDescriptions(files, [place, { ...place, path: 'modules/pain/y.md' }], described);
    expect([...found.values()]).toEqual([`${line} \n![Un four](assets/x/four.png)\n`, `${line}\n![Un four](assets/x/four.png)\n`]);
  },
);
