import { expect, test } from 'vitest';
import type { Joined } from '../../build/results/join/join.ts';
import type { Person } from '../../build/results/join/people.ts';
import { namePeople } from '../../build/results/name-people.ts';

const person = (name: string, email = '', isHomonym = false): Person => ({ name, email, isHomonym });
const [ines, marc, eli, ines2] = [
  person('Inès Moreau', 'b@a.org', true),
  person('Marc', 'm@a.org'),
  person('Éli d’Or-Roy', 'e@a.org'),
  person('Inès Moreau', 'a@a.org', true),
];
const joined = {
  sessions: [
    { participations: [{ person: ines }, { person: marc }] },
    { participations: [{ person: ines }, { person: eli }, { person: ines2 }] },
  ],
} as unknown as Joined;

test('everybody once, by name and then by address, with sheets of different names', () => {
  const { people, indexOf } = namePeople(joined, false);
  expect(people).toEqual([
    { name: 'Éli d’Or-Roy', email: 'e@a.org', homonym: false, sheet: expect.stringMatching(/^releve-eli-d.*roy\.html$/) },
    { name: 'Inès Moreau', email: 'a@a.org', homonym: true, sheet: 'releve-ines-moreau.html' },
    { name: 'Inès Moreau', email: 'b@a.org', homonym: true, sheet: 'releve-ines-moreau-2.html' },
    { name: 'Marc', email: 'm@a.org', homonym: false, sheet: 'releve-marc.html' },
  ]);
  expect([ines2, ines, marc, eli].map((one) => indexOf.get(one))).toEqual([1, 2, 3, 0]);
});

test('anonymous: initials, no addresses, numbered sheets', () => {
  expect(namePeople(joined, true).people.map(({ name, email, sheet }) => [name, email, sheet])).toEqual([
    ['É.\u00a0D.', '', 'releve-001.html'],
    ['I.\u00a0M.', '', 'releve-002.html'],
    ['I.\u00a0M. (2)', '', 'releve-003.html'],
    ['M.', '', 'releve-004.html'],
  ]);
  const nameless = { sessions: [{ participations: [{ person: person('42') }] }] } as unknown as Joined;
  expect([namePeople(nameless, true).people[0]?.name, namePeople(nameless, false).people[0]?.sheet]).toEqual(['?', 'releve-x.html']);
});

test('people of the same name are numbered from the second on, in the order of their addresses', () => {
  const people = ['c', 'a', 'b'].map((letter) => person('Ana Ruiz', `${letter}@a.org`));
  const three = { sessions: [{ participations: people.map((one) => ({ person: one })) }] } as unknown as Joined;
  const named = namePeople(three, false);
  expect(named.people.map(({ email, sheet }) => `${email} ${sheet}`)).toEqual([
    'a@a.org releve-ana-ruiz.html',
    'b@a.org releve-ana-ruiz-2.html',
    'c@a.org releve-ana-ruiz-3.html',
  ]);
  expect(namePeople(three, true).people.map(({ name }) => name)).toEqual(['A.\u00a0R.', 'A.\u00a0R. (2)', 'A.\u00a0R. (3)']);
});
