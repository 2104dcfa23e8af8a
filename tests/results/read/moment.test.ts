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
  ['1 mars 2026', '2026-03-01'],
  ['2026/3/1', '2026-03-01'],
  // The day of a date with dots is no time.
  ['05.06.2026 10:00', '2026-06-05T10:00'],
  ['31.12.2026, 23.59', '2026-12-31T23:59'],
  ['05.06.2026', '2026-06-05'],
  ['12/25/2026 12:00 PM', '2026-12-25T12:00'],
  ['05/06/2026 9h05', '2026-06-05T09:05'],
  ['3 avr. 2026, 08:00', '2026-04-03T08:00'],
  ['Saturday, 28 November 2026, 1:05:30 PM', '2026-11-28T13:05'],
  ['2026.11.28 10:00', '2026-11-28T10:00'],
  ['05/12/2026', '2026-12-05'],
  ['05/13/2026', '2026-05-13'],
  ['128/11/2026', '128/11/2026'],
  ['1 mai 20261', '1 mai 20261'],
  ['mai 2026, 10:00', 'mai 2026, 10:00'],
  ['2026-11-281', '2026-11-281'],
  ['1 mai 2026, 24:00', '2026-05-01'],
  ['1 mai 2026, 10:60', '2026-05-01'],
  ['1 mai 2026, 12:30 a.m.', '2026-05-01T00:30'],
  ['0 mai 2026', '0 mai 2026'],
  ['32 mai 2026', '32 mai 2026'],
  ['2026-13-01', '2026-13-01'],
  ['2026-00-10', '2026-00-10'],
  ['10/00/2026', '10/00/2026'],
  ['00/10/2026', '00/10/2026'],
  ['mai 2026', 'mai 2026'],
  ['1 mai', '1 mai'],
  [' 1 mai 2026 ', '2026-05-01'],
  ['-', ''],
  ['', ''],
  ['un jour de pluie', 'un jour de pluie'],
  ['45 novembre 2026, 00:45', '45 novembre 2026, 00:45'],
])('%j is read as %j', (text, moment) => {
  expect(readMoment(text)).toBe(moment);
});

test.each('fr en es de it pt nl ca eu gl br pl cs sk ro hu sv da nb fi tr el ru uk'.split(' '))('months are read in %s', (language) => {
  const months = Array.from({ length: 12 }, (_, month) => month);
  for (const style of [{ month: 'long' }, { month: 'long', day: 'numeric' }] as const) {
    const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' });
    const nameOf = (month: number): string =>
      format.formatToParts(Date.UTC(2026, month, 1)).find(({ type }) => type === 'month')?.value ?? '';
    expect(months.map((month) => readMoment(`17 ${nameOf(month)} 2026, 10:00`))).toEqual(
      months.map((month) => `2026-${String(month + 1).padStart(2, '0')}-17T10:00`),
    );
  }
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
  ['1,5 h', 5400],
  ['2 tim 1 s', 7201],
  ['3 Tage', 259_200],
  ['1 г', undefined],
  ['10:00:00', 36_000],
  [' 00:00:01.6 ', 2],
  [' PT1M ', 60],
  ['1:2:3', undefined],
  ['10:00:00 x', undefined],
  ['PT0.6S', 1],
  ['PT', undefined],
  ['P1DT2H3M4.4S', 93_784],
  ['', undefined],
  ['P', undefined],
  ['3 brouettes', undefined],
  ['5 minutes 3 brouettes', undefined],
])('%j lasts %j seconds', (text, seconds) => {
  expect(readDuration(text)).toBe(seconds);
});
