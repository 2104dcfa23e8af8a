import { expect, test } from 'vitest';
import { countsOf, folded, markHomonyms, People } from '../../../build/results/join/people.ts';
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
  const mere = [1, 2].map(() => who('MARIE martin'));
  expect(new People([who('Marie Martin', 'a@example.invalid'), who('Marie Martin', 'b@example.invalid'), ...mere]).all).toHaveLength(3);
  const two = new People([who('Marie Martin', 'a@example.invalid'), who('Marie Martin', 'b@example.invalid')]);
  expect(two.find(who('Marie Martin'))).toBeUndefined();
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
  expect(people.all.map(({ isHomonym }) => isHomonym)).toEqual([true, true, false]);
  // The same rows of another download are the same people.
  expect(new People([...marked, ...marked]).all).toEqual(people.all);
  // A mere name is none of them.
  const more = new People([...marked, who('marie martin')]);
  expect([more.all.map(({ name }) => name), more.find(who('Marie Martin'))]).toEqual([people.all.map(({ name }) => name), undefined]);
});

test('a file’s name names a person only if it is one person’s', () => {
  const people = new People([who('Noé Petit', 'noe@example.invalid'), who('Ana Ruiz', 'ana@example.invalid')]);
  expect(people.findIn('tram-petit_noe-details')?.email).toBe('noe@example.invalid');
  expect(people.findIn('details ana@example.invalid')?.name).toBe('Ana Ruiz');
  expect(people.findIn('Noé Petit, Ana Ruiz')).toBeUndefined();
  expect(people.findIn('details')).toBeUndefined();
});

test('a person is marked as a homonym only by another of the same name', () => {
  const people = new People([who('Marie Martin', 'a@example.invalid'), who('Noé Petit', 'b@example.invalid'), who('Ana Ruiz')]);
  expect(people.all.map(({ isHomonym }) => isHomonym)).toEqual([false, false, false]);
  const marked = new People([{ ...who('Ana Ruiz'), mark: 1 }, { ...who('Ana Ruiz'), mark: 2 }, who('Ana Ruiz', 'ana@example.invalid')]);
  expect(marked.find(who('', 'ana@example.invalid'))?.isHomonym).toBe(true);
});

test('the first name of an e-mail counts, and a row without a name is nobody', () => {
  const people = new People([who('Ana Ruiz', 'ana@example.invalid'), who('Autre', 'ana@example.invalid'), who(''), who(' - ')]);
  expect(people.all.map(({ name }) => name)).toEqual(['Ana Ruiz']);
  expect([people.find(who('Ana Ruiz'))?.email, people.find(who('Autre')), people.find(who('x', 'no@example.invalid'))]).toEqual([
    'ana@example.invalid',
    undefined,
    undefined,
  ]);
});

test('a single name, and a part of one, are not found in a text; somebody without an e-mail is', () => {
  const people = new People([who('Marie'), who('Noé Petit'), who('Ana Ruiz', 'ana@example.invalid')]);
  expect([people.findIn('marie'), people.findIn('noe petitjean'), people.findIn('x')]).toEqual([undefined, undefined, undefined]);
  expect([people.findIn('petit noé 2')?.name, people.findIn('ANA@example.invalid')?.name]).toEqual(['Noé Petit', 'Ana Ruiz']);
});

test('names are compared without accents, case, ligatures and punctuation', () => {
  expect(['  Élodie-Faure ', 'ÉLODIE  faure', "l'Hôte (2)", 'ﬁn', '…', 'Hélène  Désiré-(Noé)'].map(folded)).toEqual([
    'elodie faure',
    'elodie faure',
    'l hote 2',
    'fin',
    '',
    'helene desire noe',
  ]);
  expect([...countsOf(['a', 'b', 'a'])]).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
});

test('rows of a download with e-mails are not marked', () => {
  const rows = [
    { ...who('Marie Martin', 'a@example.invalid'), number: 1 },
    { ...who('Marie Martin'), number: 1 },
  ];
  expect(markHomonyms(rows)).toBe(rows);
  const spelt = ['Marie Martin', 'marie MARTIN', 'Ana Ruiz'].map((name) => ({ ...who(name), number: 1 }));
  expect(markHomonyms(spelt).map((row: Who) => row.mark)).toEqual([1, 2, undefined]);
  const again = [1, 1, 2].map((number) => ({ ...who('Marie Martin'), number }));
  expect(markHomonyms(again).map((row: Who) => row.mark)).toEqual([1, 2, 1]);
});
