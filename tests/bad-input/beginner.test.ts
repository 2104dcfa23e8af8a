import { expect, test } from 'vitest';
import { messageOf } from '../../build/diagnostics/format.ts';
import { slug } from '../../build/model/slug.ts';
import { check } from '../../build/pipeline.ts';
import { engine } from '../helpers/engine.ts';
import { beginnerCases } from './beginner-cases.ts';
import { depot, requestFor } from './depot-project.ts';

test.each(beginnerCases)('%s: the suggestion fixes it', (_name, files, reported) => {
  const { diagnostics } = check(requestFor(depot(files)), engine);
  const announced = diagnostics.list.map((one) => {
    const { file, line, column } = one.at;
    return `${one.code} ${file.replace(/^.*modules\/depot\//, '')}:${line}:${column} ${messageOf(one, 'fr').write}`;
  });
  expect(announced).toEqual(reported);
  for (const one of diagnostics.list) {
    const { problem, write } = messageOf(one, 'en');
    expect(`${problem} ${write}`).not.toMatch(/\{(?:near|text|fit|file|key|name|expected|example|keys|line)\}/);
  }
});

test('an id is made of the letters that a word processor left in a text', () => {
  expect(slug('Une atti\u00adtude ef\ufb01cace\u00a0?', '')).toBe('une-attitude-efficace');
});
