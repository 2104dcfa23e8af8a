import { expect, test } from 'vitest';
import { sealOf } from '../../src/model/state/seal.ts';
import { keysOf, openLocalCopy } from '../../src/visit/local-copy.ts';
import type { TrackerWorld } from '../../src/visit/world.ts';
import { bakery } from '../helpers/bakery.ts';
import { memoryStorage } from '../helpers/memory-storage.ts';

test('copies and texts set aside stay under the keys of their course, module and learner', () => {
  const store = memoryStorage();
  const content = bakery();
  const copy = openLocalCopy({ content, storage: () => store, now: () => 7000 } as unknown as TrackerWorld, 'l-7');
  const name = `${content.course}/${content.id}:${sealOf('l-7')}`;
  copy.keep('t1', 'texte', true);
  copy.setAside(['ancien'], 'envoyé');
  expect(keysOf(store).sort()).toEqual([`cartable-aside:${name}`, `cartable-copy:${name}:t1`]);
  expect(JSON.parse(store.getItem(`cartable-copy:${name}:t1`) ?? '')).toEqual({ text: 'texte', heard: true, at: 7000 });
  const unknown = openLocalCopy({ content, storage: () => store, now: () => 0 } as unknown as TrackerWorld, '');
  unknown.setAside(['autre'], 'envoyé');
  expect(keysOf(store)).toHaveLength(2);
  copy.erase('t2');
  copy.erase('t1');
  expect([keysOf(store), copy.aside('envoyé'), copy.others()]).toEqual([[`cartable-aside:${name}`], ['ancien'], []]);
});
