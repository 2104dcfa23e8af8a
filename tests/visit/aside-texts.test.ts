import { expect, it } from 'vitest';
import { sealOf } from '../../src/model/state/seal.ts';
import { openAside } from '../../src/visit/aside-texts.ts';
import { memoryStorage } from '../helpers/memory-storage.ts';

const KEY = 'cartable-aside:depot/rames';
const open = (store: Storage, learner = 'camille') => openAside(KEY, learner, (task) => task(store));

it('finds the texts of an attempt by what the LMS was sent with them', () => {
  const store = memoryStorage();
  const visit = open(store);
  visit.aside('');
  visit.setAside(['ancien'], 'envoyé 1');
  visit.setAside(['ancien', 'autre'], 'envoyé 2');
  for (const reported of ['envoyé 1', 'envoyé 2']) expect(open(store).aside(reported)).toEqual(['ancien', 'autre']);
  expect([open(store).aside('envoyé 3'), open(store).aside('')]).toEqual([[], []]);
});

it('keeps the texts of other attempts', () => {
  const store = memoryStorage();
  open(store).setAside(['un'], 'a');
  open(store).setAside(['deux'], 'b');
  expect([open(store).aside('a'), open(store).aside('b')]).toEqual([['un'], ['deux']]);
  const again = open(store);
  again.aside('a');
  again.setAside([], 'c');
  expect([open(store).aside('a'), open(store).aside('b')]).toEqual([[], ['deux']]);
});

it('has nothing where storage is forbidden, and fails in nothing', () => {
  const visit = openAside(KEY, 'camille', () => undefined);
  expect(visit.aside('a')).toEqual([]);
  visit.setAside(['un'], 'a');
  expect(visit.aside('a')).toEqual([]);
});

it('removes its entry once nothing is left', () => {
  const store = memoryStorage();
  const visit = open(store);
  visit.setAside(['un'], 'a');
  visit.setAside([], 'b');
  expect(store.length).toBe(0);
});

it('stores nothing if the learner is unknown: the next person would find it', () => {
  const store = memoryStorage();
  open(store, '').setAside(['un'], 'a');
  expect(store.length).toBe(0);
});

it('forgets what is older than forty saves', () => {
  const store = memoryStorage();
  const visit = open(store);
  for (let save = 0; save <= 40; save++) visit.setAside(['un'], `envoyé ${save}`);
  expect([open(store).aside('envoyé 0'), open(store).aside('envoyé 1')]).toEqual([[], ['un']]);
});

it('ignores what something else has stored', () => {
  const store = memoryStorage();
  const beside = [sealOf('a')];
  for (const value of [
    {},
    [1, null, { texts: [1], beside: [] }],
    [{ texts: ['x', 1], beside }],
    [{ texts: 'x', beside }],
    [{ beside }],
    [{ texts: ['x'] }],
    [{ texts: ['x'], beside: sealOf('a') }],
    [{ texts: ['x'], beside: [...beside, 1] }],
  ]) {
    store.setItem(KEY, JSON.stringify(value));
    expect(open(store).aside('a')).toEqual([]);
  }
  store.setItem(KEY, JSON.stringify([1, { texts: ['x'], beside }]));
  expect(open(store).aside('a')).toEqual(['x']);
});
