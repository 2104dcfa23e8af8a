import { expect, test } from 'vitest';
import { readDuration, readMoment } from '../../../build/results/read/moment.ts';

test.each([
  ['samedi 28 novembre 2026, 00:45', '2026-11-28T00:45'],
  ['28 novembre 2026, 00:45', '2026-11-28T00:45'],
  ['Saturday, 28 November 2026, 12:45 AM', '2026-11-28T00:45'],
  ['Saturday, 28 November 2026, 1:05 PM', '2026-11-28T13:05'],
  ['sábado, 28 de noviembre de 2026, 09:30', '2026-11-28T09:30'],
  ['Samstag, 28. November 2026, 18:00', '2026-11-28T18:00'],
  ['2026年11月28日(土曜日) 08:15', '2026-11-28T08:15'],
  ['2026-11-28 00:46:19', '2026-11-28T00:46'],
  ['28/11/2026 07:05', '2026-11-28T07:05'],
  ['1 mai 2026, 10:00', '2026-05-01T10:00'],
  ['-', ''],
  ['', ''],
  ['un jour de pluie', 'un jour de pluie'],
  ['45 novembre 2026, 00:45', '45 novembre 2026, 00:45'],
])('%j is read as %j', (text, moment) => {
  expect(readMoment(text)).toBe(moment);
});

test.each([
  ['1 minutes 11 secondes', 71],
  ['1 hours 2 minutes', 3720],
  ['2 horas 3 minutos 4 segundos', 7384],
  ['1 Stunden 1 Minuten', 3660],
  ['1 jours 1 heures', 90_000],
  ['0000:01:11.00', 71],
  ['PT1M11S', 71],
  ['P1DT1H', 90_000],
  ['', undefined],
  ['P', undefined],
  ['3 brouettes', undefined],
])('%j lasts %j seconds', (text, seconds) => {
  expect(readDuration(text)).toBe(seconds);
});
