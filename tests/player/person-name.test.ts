import { expect, test } from 'vitest';
import { personName } from '../../src/player/person-name.ts';

test.each([
  ['Martin, Camille', 'Camille Martin', 'Camille'],
  ['de la Tour, Jean-Marc', 'Jean-Marc de la Tour', 'Jean-Marc'],
  ['Camille Martin', 'Camille Martin', ''],
  ['Martin,', 'Martin,', ''],
  [', Camille', ', Camille', ''],
  ['  Camille Martin ', 'Camille Martin', ''],
  [' Martin ,  Camille ', 'Camille Martin', 'Camille'],
  ['Martin, Camille, fille', 'Martin, Camille, fille', ''],
  ['', '', ''],
])('%j is %j', (name, full, first) => {
  expect(personName(name)).toEqual({ full, first });
});
