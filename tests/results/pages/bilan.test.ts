// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { bilanPage } from '../../../build/results/pages/bilan.ts';
import type { Report } from '../../../build/results/report-schema.ts';
import { reportStrings } from '../../../build/results/strings.ts';
import { report, session, took } from '../sample-report.ts';

const strings = reportStrings('fr');
const page = (one: Report) => new DOMParser().parseFromString(bilanPage(one, strings), 'text/html');
const plain = (one: Report) => (page(one).body.textContent ?? '').replace(/\s+/g, ' ');

test('a single session is the title, several have that of their course', () => {
  expect(page(report([session()])).title).toBe(strings.format('bilan.title', { title: 'Le fournil' }));
  expect(page(report([session(), session({ id: 'vente' })])).title).toBe(strings.format('bilan.title', { title: 'Le pain' }));
  expect(page(report([session({ course: '' }), session()])).title).toBe(
    strings.format('bilan.title', { title: strings.format('bilan.several', { n: 2 }) }),
  );
  const ids = [...page(report([session(), session({ id: 'vente' })])).querySelectorAll('[id]')].map(({ id }) => id);
  expect([new Set(ids).size === ids.length, ids.some((id) => id.startsWith('s2-'))]).toEqual([true, true]);
});

describe('facts', () => {
  test('that are known', () => {
    const one = session({
      cohort: 'Nord',
      minutes: 20,
      pass: 60,
      versions: ['0123456789abcdef01'],
      participations: [
        took(0, { last: '2026-01-01T10:00' }),
        took(1, { last: '2026-02-03T10:00' }),
        took(0, { last: '2026-01-02T10:00' }),
        took(2, { last: 'hier' }),
      ],
    });
    const text = plain(report([one], { downloaded: '2026-03-04' }));
    for (const part of [
      'Le pain, École',
      'Nord',
      '01234567',
      strings.moment('2026-03-04'),
      strings.moment('2026-02-03T10:00'),
      strings.format('minutes', { n: 20 }),
      strings.percent(60),
    ])
      expect(text).toContain(part.replace(/\s+/g, ' '));
  });

  test('that are not are left out', () => {
    const text = plain(report([session({ organisation: '' })]));
    for (const key of ['fact.cohort', 'fact.downloaded', 'fact.latest', 'fact.minutes', 'fact.pass', 'fact.version'] as const)
      expect([key, text.includes(strings.format(key))]).toEqual([key, false]);
    expect(text).not.toContain('Le pain,');
  });
});

describe('sources', () => {
  test('name what the report is made of', () => {
    const one = session({
      versions: ['0123456789abcdef01'],
      outside: ['Sacha', 'Zoé'],
      participations: [took(1, { old: [{ id: 'vieux', raw: 'a' }] })],
    });
    const people = report().people.map((who, index) => ({ ...who, homonym: index < 2 }));
    const text = plain(report([one], { notes: ['Une note.'], people }));
    for (const part of [
      strings.format('sources.completion'),
      strings.format('sources.versions', { list: '0123456789abcdef' }),
      strings.format('sources.outside', { names: 'Sacha, Zoé' }),
      strings.format('sources.homonyms', { names: 'Inès Moreau (p0+x@a.org), Marc' }),
      'Une note.',
      strings.format('sources.private'),
      'Marc · vieux · a',
    ])
      expect(text).toContain(part.replace(/\*\*/g, '').replace(/\s+/g, ' '));
    expect(text).not.toContain(strings.format('sources.anonymous').replace(/\s+/g, ' '));
  });

  test('without completion, anonymous, and nothing special', () => {
    const text = plain(report([session({ hasCompletion: false })], { anonymous: true }));
    for (const key of ['sources.details', 'sources.anonymous'] as const) expect(text).toContain(strings.format(key).replace(/\s+/g, ' '));
    for (const key of ['sources.completion', 'sources.private'] as const)
      expect(text).not.toContain(strings.format(key).replace(/\s+/g, ' '));
  });
});

test('only the page’s own script and style run', () => {
  const policy =
    page(report([session()]))
      .querySelector('meta[http-equiv]')
      ?.getAttribute('content') ?? '';
  expect(policy).toMatch(/default-src 'none'.*script-src 'sha256-/);
});
