import { expect, test } from 'vitest';
import { Diagnostics } from '../../build/diagnostics.ts';
import { messageOf } from '../../build/messages/format.ts';
import { prepareAll } from '../../build/prepare-all.ts';
import { slug } from '../../build/slug.ts';
import { beginnerCases } from './beginner-cases.ts';
import { depot, requestFor } from './depot-project.ts';

test.each(beginnerCases)('%s: what to write mends it', (_name, files, told) => {
  const diagnostics = new Diagnostics();
  prepareAll(requestFor(depot(files)), diagnostics);
  const said = diagnostics.list.map((one) => {
    const { file, line, column } = one.at;
    return `${one.code} ${file.replace(/^.*modules\/depot\//, '')}:${line}:${column} ${messageOf(one, 'fr').write}`;
  });
  expect(said).toEqual(told);
  for (const one of diagnostics.list) {
    const { problem, write } = messageOf(one, 'en');
    expect(`${problem} ${write}`).not.toMatch(/\{(?:near|text|fit|file|key|name|expected|example|keys|line)\}/);
  }
});

test('an id is made of the letters that a word processor left in a text', () => {
  expect(slug('Une atti\u00adtude ef\ufb01cace\u00a0?', '')).toBe('une-attitude-efficace');
});
