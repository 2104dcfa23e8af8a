import { expect, test } from 'vitest';
import { checkDepot } from '../../helpers/check-depot.ts';

/** Reads a session with these score bands in its front matter. */
function look(bands: string) {
  const text = `---\nid: rames\ntitle: Les rames\ncompletion: visited\n${bands}---\n# Le quai {#quai}\n\nUne rame.\n`;
  const { course, found, values } = checkDepot({ 'rames.md': text });
  return { bands: course?.modules[0]?.module.bands, found, values };
}

test('score bands are read with the highest first, their texts set and escaped', () => {
  const { bands, found } = look(
    'bands:\n  - from: 0\n    text: "L\'arrêt : <ici>"\n  - { from: 80, text: Bravo ! }\n  - { from: 40, text: Encore }\n',
  );
  expect(found).toEqual([]);
  expect(bands).toEqual([
    { from: 80, feedback: '<p>Bravo\u202f!</p>' },
    { from: 40, feedback: '<p>Encore</p>' },
    { from: 0, feedback: '<p>L’arrêt\u00a0: &lt;ici&gt;</p>' },
  ]);
});

test('each band with the start of an earlier one is reported where it is', () => {
  const { found, values } = look(
    'bands:\n  - { from: 40, text: a }\n  - { from: 0, text: b }\n  - { from: 40, text: c }\n  - { from: 40, text: d }\n',
  );
  expect(found).toEqual(['band-twice rames.md:8:13', 'band-twice rames.md:9:13']);
  expect(values).toEqual({ from: 40 });
});

test('a session without bands has none', () => {
  expect(look('').bands ?? []).toEqual([]);
});
