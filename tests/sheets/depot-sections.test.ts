import { describe, expect, test } from 'vitest';
import { codebookOf, depotSections, webSections } from '../../build/sheets/depot-sections.ts';
import type { PackageFacts, SheetInput } from '../../build/sheets/package-facts.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { bakery, bakeryCourse } from '../helpers/bakery.ts';
import { keyWords } from './key-words.ts';

const FACTS: PackageFacts = { answers: 7, drawn: 0, open: 0, own: 0, points: 5, competencies: [], passes: 'none', fails: false };
const STATE = { marks: 100, texts: 0, limit: 4096 };

function sections(input: Partial<SheetInput> = {}, facts: Partial<PackageFacts> = {}) {
  const whole = { target: 'scorm12', modules: [bakery()], file: 'nuit.scorm12.zip', state: STATE, ...input } as SheetInput;
  const list = depotSections(whole, { ...FACTS, ...facts }, keyWords);
  return {
    ids: list.map(({ id }) => id),
    titles: list.map(({ title }) => title),
    groups: list.map(({ groups = [] }) => groups.length),
    points: (id: string) => list.find((one) => one.id === id)?.points ?? [],
    steps: (id: string) => list.find((one) => one.id === id)?.steps ?? [],
  };
}

const two: readonly ModuleContent[] = [bakery(), bakery({ id: 'matin' })];

test('the sections in their order; reports only where something is answered', () => {
  expect(sections().ids).toEqual(['moodle', 'done', 'kept', 'read', 'limits', 'update', 'other']);
  expect(sections({}, { answers: 0 }).ids).toEqual(['moodle', 'done', 'kept', 'limits', 'update', 'other']);
  expect(sections().titles).toEqual(['moodle', 'done', 'kept', 'read', 'limits', 'update', 'other']);
  expect(sections().groups).toEqual([5, 0, 0, 0, 0, 0, 0]);
  expect(sections().points('other')).toEqual(['other.file status=other.completed', 'other.rule']);
  expect(sections().points('limits').slice(-3)).toEqual(['limits.browser', 'limits.devices', 'limits.keys']);
  expect(sections().steps('moodle')).toEqual(['moodle.course', 'moodle.add file=nuit.scorm12.zip', 'moodle.set', 'moodle.try']);
});

describe('what is done', () => {
  test.each<[string, Partial<ModuleContent>, string]>([
    ['activities', {}, 'done.rule rule=rule.activities pass=0'],
    ['pages', { completion: 'visited' }, 'done.rule rule=rule.visited pass=0'],
    ['activities and a mark', { pass: 60 }, 'done.rule rule=rule.activities.pass pass=60'],
    ['pages and a mark', { completion: 'visited+score', pass: 60 }, 'done.rule rule=rule.visited.pass pass=60'],
    ['the mark alone', { completion: 'score', pass: 60 }, 'done.rule rule=rule.score pass=60'],
  ])('by %s', (_, content, rule) => {
    expect(sections({ modules: [bakery(content)] }).points('done')).toEqual([rule, 'done.completed', 'done.kept']);
  });

  test('for each session or chapter, with the status that it gets', () => {
    expect(sections({ modules: two }, { passes: 'some' }).points('done')).toEqual([
      'done.module title=Une nuit au fournil id=nuit rule=rule.activities pass=0',
      'done.module title=Une nuit au fournil id=matin rule=rule.activities pass=0',
      'done.mixed',
      'done.kept',
    ]);
    const one = (passes: PackageFacts['passes']) =>
      sections({ modules: [bakeryCourse({ title: 'Le four' }, { title: 'Le comptoir' })] }, { passes }).points('done');
    const chapters = [
      ['Le four', 'nuit'],
      ['Le comptoir', 'matin'],
    ].map(([title, id]) => `done.module title=${title} id=${id} rule=rule.activities pass=0`);
    expect([one('none'), one('all')]).toEqual([
      [...chapters, 'done.all', 'done.completed', 'done.kept'],
      [...chapters, 'done.all.passed', 'done.passed.12', 'done.kept'],
    ]);
    expect(sections({ target: 'scorm2004-3' }, { passes: 'all', fails: true }).points('done').slice(1)).toEqual([
      'done.passed.2004',
      'done.failed.2004',
      'done.kept',
    ]);
    expect(sections({}, { passes: 'all', fails: true }).points('done')).toContain('done.failed.12');
  });
});

describe('what is kept', () => {
  const link = '<a href="nuit.scorm12.codebook.csv">fact.codebook</a>';

  test('of a session with answers, or with none', () => {
    expect(sections().points('kept')).toEqual(['kept.status', 'kept.score n=5', 'kept.answers.12 n=7', 'kept.letters']);
    expect(sections({ target: 'scorm2004-4' }).points('kept')[2]).toBe('kept.answers.2004 n=7');
    expect(sections({}, { own: 2 }).points('kept').slice(3)).toEqual(['kept.letters', 'kept.own n=2']);
    expect(sections({}, { answers: 0, points: 0 }).points('kept')).toEqual(['kept.status', 'kept.score.none', 'kept.answers.none']);
  });

  test('of one of each', () => {
    const facts = { answers: 1, drawn: 1, open: 1, own: 1, points: 1, competencies: [{ id: 'c1', title: 'Pétrir' }] };
    expect(sections({}, facts).points('kept')).toEqual([
      'kept.status',
      'kept.score n=1',
      'kept.answers.12 n=1',
      'kept.letters',
      'kept.drawn.12 n=1',
      'kept.competencies n=1 list=Pétrir',
      'kept.open n=1',
      'kept.pieces limit=255',
      'kept.own n=1',
    ]);
  });

  test('of several sessions', () => {
    expect(sections({ modules: two }).points('kept').slice(1, 3)).toEqual(['kept.score.several', 'kept.answers.several n=7']);
    expect(sections({ modules: two, target: 'scorm2004-4' }).points('kept')[2]).toBe('kept.answers.2004 n=7');
  });

  test('drawn questions, chapters, competencies and texts', () => {
    const competencies = [
      { id: 'c1', title: 'Pétrir' },
      { id: 'c2', title: 'Vendre' },
    ];
    const facts = { drawn: 3, open: 2, own: 1, competencies };
    expect(
      sections({ modules: [bakeryCourse()] }, facts)
        .points('kept')
        .slice(4),
    ).toEqual([
      'kept.drawn.12 n=3',
      'kept.chapters n=2',
      'kept.competencies n=2 list=Pétrir\u202f; Vendre',
      'kept.open n=2',
      'kept.pieces limit=255',
      'kept.own n=1',
    ]);
    const modern = sections({ target: 'scorm2004-4' }, facts).points('kept');
    expect(modern.slice(4)).toEqual([
      'kept.drawn.2004 n=3',
      'kept.competencies n=2 list=Pétrir\u202f; Vendre',
      'kept.open n=2',
      'kept.pieces limit=3999',
      'kept.own n=1',
    ]);
  });

  test('the codebook is a link to the file beside the zip', () => {
    const linked = { ...keyWords, format: (key: string) => key.toUpperCase(), html: (key: string) => `${key} [codebook]` };
    const list = depotSections(
      { target: 'scorm12', modules: [bakery()], file: 'nuit.scorm12.zip', state: STATE } as unknown as SheetInput,
      FACTS,
      linked,
    );
    expect(list.find(({ id }) => id === 'kept')?.points?.[0]).toBe(`kept.status ${link}`);
    expect(list.find(({ id }) => id === 'read')?.steps?.[0]).toBe(`read.open ${link}`);
    expect(codebookOf('nuit.zip.zip')).toBe('nuit.zip.codebook.csv');
  });
});

test('where answers are read', () => {
  expect([sections().steps('read'), sections().points('read')]).toEqual([['read.open', 'read.ids', 'read.place'], ['read.empty']]);
  expect(sections({ modules: two }).steps('read')).toEqual(['read.track.scos', 'read.id']);
  expect(sections({ target: 'scorm2004-4' }).steps('read')).toEqual(['read.track', 'read.id']);
});

describe('limits', () => {
  const limits = (state: Partial<SheetInput['state']>, input: Partial<SheetInput> = {}) =>
    sections({ state: { ...STATE, ...state }, ...input })
      .points('limits')
      .slice(0, -3);

  test('of saved state, with and without texts', () => {
    expect(limits({})).toEqual(['limits.state.marks sum=100 limit=4096']);
    expect(limits({ texts: 50 })).toEqual(['limits.state sum=150 limit=4096 marks=100 texts=50']);
    for (const texts of [0, 50])
      expect(limits({ texts }, { modules: two })).toEqual([`limits.state.several sum=${100 + texts} limit=4096`, 'limits.again']);
    expect(limits({}, { modules: two, target: 'scorm2004-4' })).toEqual(['limits.state.several sum=100 limit=4096', 'limits.app']);
  });

  test('where an LMS may be stricter than Moodle', () => {
    expect(limits({ limit: 10_000, marks: 4096 })[1]).toBe('limits.strict.within strict=4096');
    expect(limits({ limit: 10_000, marks: 4097 })[1]).toBe('limits.strict.over strict=4096');
    expect(limits({ limit: 10_000, marks: 4000, texts: 96 })[1]).toBe('limits.strict.within strict=4096');
    expect(limits({ limit: 10_000, marks: 4000, texts: 97 })[1]).toBe('limits.strict.over strict=4096');
    expect(limits({ limit: 10_000, marks: 4097 }, { target: 'scorm2004-4' })).toEqual([
      'limits.state.marks sum=4097 limit=10000',
      'limits.app',
    ]);
  });

  test('of what a closing tab sends', () => {
    const target = 'scorm2004-4';
    expect(limits({ thrift: ['weighting', 'latency'], leaving: 65_536 }, { target }).slice(1)).toEqual([
      'limits.thrift list=thrift.weighting, thrift.latency',
      'limits.leaving.earlier',
      'limits.app',
    ]);
    expect(limits({ thrift: ['latency'], leaving: 65_537 }, { target }).slice(1)).toEqual([
      'limits.thrift list=thrift.latency',
      'limits.leaving.over size=65',
      'limits.app',
    ]);
    expect(limits({ leaving: 102_400 }, { target })[1]).toBe('limits.leaving.over size=100');
    expect(limits({ leaving: 65_537 }, { target }).slice(1)).toEqual(['limits.leaving.over size=65', 'limits.app']);
  });
});

test('updates', () => {
  expect(sections({}, { pass: 60 }).points('update')).toEqual([
    'update.same file=nuit.scorm12.zip ids=nuit',
    'update.never target=target.scorm12',
    'update.codebook',
  ]);
  expect(sections({ target: 'scorm2004-4' }, { pass: 60, answers: 0 }).points('update').slice(1)).toEqual([
    'update.never target=target.scorm2004-4',
    'update.pass',
  ]);
  expect(sections({ target: 'scorm2004-4' }).points('update')).not.toContain('update.pass');
  expect(sections({ target: 'scorm2004-4', modules: two }, { pass: 60 }).points('update')).not.toContain('update.pass');
  expect(sections({ target: 'scorm2004-4', modules: [bakeryCourse()] }, { pass: 60 }).points('update')).not.toContain('update.pass');
  expect(sections({ modules: two }).points('update')[0]).toBe('update.same.several file=nuit.scorm12.zip ids=nuit, matin');
});

test('other LMSs wait for the status that the package reports', () => {
  const status = (passes: PackageFacts['passes']) => sections({}, { passes }).points('other')[0];
  expect([status('all'), status('some'), status('none')]).toEqual([
    'other.file status=other.passed',
    'other.file status=other.both',
    'other.file status=other.completed',
  ]);
});

test('a site of its own', () => {
  const web = (modules: readonly ModuleContent[], whole: boolean) => webSections({ modules, whole, file: 'a.zip' } as SheetInput, keyWords);
  expect(web([bakery()], false).map(({ id, title, steps, points }) => [id, title, steps ?? points])).toEqual([
    ['web', 'web', ['web.unpack file=a.zip', 'web.open', 'web.try']],
    ['kept', 'web.kept', ['web.nothing', 'web.browser', 'web.shared', 'web.notebook', 'limits.keys']],
    ['update', 'update', ['web.update']],
  ]);
  expect(web(two, true)[0]?.steps?.[1]).toBe('web.several list=nuit/index.html, matin/index.html');
  expect(web([bakeryCourse()], true)[0]?.steps?.[1]).toBe('web.open');
});
