import { expect, test } from 'vitest';
import { markHomonyms, People } from '../../../build/results/join/people.ts';
import type { Who } from '../../../build/results/model.ts';

const who = (name: string, email = '') => ({ name, email });

test('people are joined by e-mail, else by name, whatever its accents and case', () => {
  const people = new People([who('Élodie Faure', 'elodie@example.invalid'), who('Elodie FAURE')]);
  expect(people.all).toHaveLength(1);
  expect(people.find(who('Elodie FAURE'))).toBe(people.find(who('x', 'elodie@example.invalid')));
});

test('homonyms with e-mails stay apart; a mere name is none of them', () => {
  const people = new People([who('Marie Martin', 'a@example.invalid'), who('Marie Martin', 'b@example.invalid'), who('Marie Martin')]);
  expect(people.all.map(({ email, isHomonym }) => [email, isHomonym])).toEqual([
    ['a@example.invalid', true],
    ['b@example.invalid', true],
    ['', true],
  ]);
  expect(people.find(who('Marie Martin'))?.email).toBe('');
});

test('homonyms of a download without e-mails stay apart, attempt by attempt', () => {
  const rows = [
    { ...who('Marie Martin'), number: 1 },
    { ...who('Marie Martin'), number: 1 },
    { ...who('Noé Petit'), number: 1 },
    { ...who('Noé Petit'), number: 2 },
  ];
  const marked = markHomonyms(rows);
  expect(marked.map((row: Who) => row.mark)).toEqual([1, 2, undefined, undefined]);
  const people = new People(marked);
  expect(people.all.map(({ name }) => name)).toEqual(['Marie Martin (1)', 'Marie Martin (2)', 'Noé Petit']);
  expect(people.find(marked[1] ?? who(''))?.name).toBe('Marie Martin (2)');
});

test('a file’s name names a person only if it is one person’s', () => {
  const people = new People([who('Noé Petit', 'noe@example.invalid'), who('Ana Ruiz', 'ana@example.invalid')]);
  expect(people.findIn('tram-petit_noe-details')?.email).toBe('noe@example.invalid');
  expect(people.findIn('details ana@example.invalid')?.name).toBe('Ana Ruiz');
  expect(people.findIn('Noé Petit, Ana Ruiz')).toBeUndefined();
  expect(people.findIn('details')).toBeUndefined();
});
