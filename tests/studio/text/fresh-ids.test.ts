import { expect, test } from 'vitest';
import { usedIds } from '../../../build/studio/text/fresh-ids.ts';

const LOCK = `{
  "version": 2,
  "modules": {
    "morning": {
      "pages": ["platform","tracks"],
      "activities": [
        {"id":"q-door","type":"open-question","parts":[{"text":"the door, yes","key":"x"}]},
        {"id":"q-brake","type":"choice","parts":[],"gone":true}
      ]
    }
  }
}
`;

function idsOf(files: Readonly<Record<string, string>>): ReadonlySet<string> {
  return usedIds({ paths: Object.keys(files), text: (path) => files[path] });
}

test('a lock has the ids of sessions, pages and activities, those of what is gone too', () => {
  const ids = idsOf({ 'modules/quai/course.lock.yaml': LOCK });
  for (const id of ['morning', 'platform', 'tracks', 'q-door', 'q-brake']) expect([id, ids.has(id)]).toEqual([id, true]);
});

test('names of types and texts of parts are no ids', () => {
  const ids = idsOf({ 'modules/quai/course.lock.yaml': LOCK });
  for (const word of ['open-question', 'choice', 'door', 'yes']) expect([word, ids.has(word)]).toEqual([word, false]);
});

test('texts have the ids of pages and directives', () => {
  expect([...idsOf({ 'a.md': '# Title {#page icon=door}\n\n:::choice{points=2 #q}\n:::\n', 'b.txt': '{#no}' })]).toEqual(['page', 'q']);
});
