import { describe, expect, test } from 'vitest';
import { groupStrip, learnerRows, reminders, times } from '../../../build/results/pages/people-view.ts';
import { asked, keyWords, report, session, took } from '../sample-report.ts';

test('the group by state, with a box for each person', () => {
  const one = session({ participations: [took(0), took(1, { state: 'underway', donePages: [0] }), took(2, { state: 'none' })] });
  expect(groupStrip(one, report(), keyWords)).toEqual([
    { kind: 'done', n: 1, label: 'bilan.done n=1', boxes: [{ sheet: 'releve-0.html', part: 100, short: 'IM', label: 'Inès Moreau' }] },
    {
      kind: 'way',
      n: 1,
      label: 'bilan.underway n=1',
      boxes: [{ sheet: 'releve-1.html', part: 50, short: 'M', label: 'bilan.part name=Marc n=50' }],
    },
    {
      kind: 'none',
      n: 1,
      label: 'bilan.unopened n=1',
      boxes: [{ sheet: 'releve-2.html', part: 0, short: 'ND', label: 'Noor de la Cour' }],
    },
  ]);
  const short = session({ pages: [{ title: 'Pétrir', minutes: 5 }], participations: [took(0, { state: 'underway', donePages: [0] })] });
  expect(groupStrip(short, report(), keyWords)[1]?.boxes[0]?.part).toBe(100);
  const boxes = (count: number) =>
    groupStrip(session({ pages: [], participations: Array.from({ length: count }, () => took(0)) }), report(), keyWords)[0]?.boxes.length;
  expect([boxes(150), boxes(151)]).toEqual([150, 0]);
  const many = Array.from({ length: 151 }, (_, index) => took(0, { state: index === 0 ? 'done' : 'none' }));
  expect(groupStrip(session({ participations: many }), report(), keyWords).map(({ n, boxes: { length } }) => [n, length])).toEqual([
    [1, 0],
    [0, 0],
    [150, 0],
  ]);
  const pages = ['Un', 'Deux', 'Trois'].map((title) => ({ title, minutes: 0 }));
  const two = session({ pages, participations: [took(0, { state: 'underway', donePages: [0, 2] })] });
  expect(groupStrip(two, report(), keyWords)[1]?.boxes[0]?.part).toBe(67);
  const bare = session({ pages: [], participations: [took(0, { state: 'underway' })] });
  expect(groupStrip(bare, report(), keyWords)[1]?.boxes[0]?.part).toBe(0);
});

describe('reminders', () => {
  test('those who have not begun first, then the earliest visits', () => {
    const one = session({
      participations: [
        took(0, { state: 'underway', last: '2026-02' }),
        took(1, { state: 'underway', last: '2026-01' }),
        took(2, { state: 'none', why: 'unopened' }),
        took(0),
      ],
    });
    const { title, list, bcc, addresses, copyAll } = reminders(one, report(), keyWords);
    expect(list.map(({ name, why, last, copy }) => [name, why, last, copy])).toEqual([
      ['Noor de la Cour', 'why.unopened', 'never', 'remind.copyOf name=Noor de la Cour'],
      ['Marc', '', 'le 2026-01', 'remind.copyOf name=Marc'],
      ['Inès Moreau', '', 'le 2026-02', 'remind.copyOf name=Inès Moreau'],
    ]);
    expect([title, bcc, addresses, copyAll]).toEqual([
      'remind.title n=3',
      'p2%2Bx%40a.org,p0%2Bx%40a.org',
      'p2+x@a.org; p0+x@a.org',
      'remind.copyAll n=2',
    ]);
  });

  test('people of the same time stay in order', () => {
    const participations = [2, 0, 1].map((person) => took(person, { state: 'none' }));
    const visited = [1, 2, 0].map((person) => took(person, { state: 'underway', last: '2026-01' }));
    const { list } = reminders(session({ participations: [...visited, ...participations] }), report(), keyWords);
    expect(list.map(({ sheet }) => sheet)).toEqual([2, 0, 1, 1, 2, 0].map((person) => `releve-${person}.html`));
  });

  test('nobody, or a single address', () => {
    expect(reminders(session({ participations: [took(0)] }), report(), keyWords)).toEqual({
      title: 'remind.none',
      list: [],
      bcc: '',
      addresses: '',
      copyAll: '',
    });
    expect(reminders(session({ participations: [took(0, { state: 'none' })] }), report(), keyWords).copyAll).toBe('');
  });

  test.each<[object, string]>([
    [{ why: 'below', score: 40 }, 'why.below score=40 % pass=60 %'],
    [{ why: 'below' }, 'why.below score=0 % pass=60 %'],
    [{ why: 'answered', score: 40 }, 'why.answered score=why.answered.score score=40 %'],
    [{ why: 'answered', score: 0 }, 'why.answered score=why.answered.score score=0 %'],
    [{ why: 'answered' }, 'why.answered score='],
    [{ why: 'stopped' }, 'why.begun'],
    [{ why: 'stopped', donePages: [0] }, 'why.stopped page=2 all=2'],
    [{ why: 'stopped', donePages: [1] }, 'why.stopped page=1 all=2'],
    [{ why: 'unopened' }, 'why.unopened'],
  ])('why: %j', (more, why) => {
    const one = session({ pass: 60, participations: [took(0, { state: 'underway', ...more })] });
    expect(reminders(one, report(), keyWords).list[0]?.why).toBe(why);
  });
});

test('a row for everybody, with keys to sort by', () => {
  const answers = ['mot', 'q', 'avis'].map((id) => ({ id, words: '', raw: '', verdict: 'none' as const, rightWords: '', cut: false }));
  const one = session({
    questions: [asked('mot', { kind: 'text' }), asked('avis', { kind: 'text' }), asked('q')],
    participations: [
      took(0, { score: 80, donePages: [0, 1], last: '2026-01', answers }),
      took(1, { state: 'underway' }),
      took(2, { state: 'none' }),
    ],
  });
  expect(learnerRows(one, report(), keyWords)).toEqual([
    {
      name: 'Inès Moreau',
      sheet: 'releve-0.html',
      state: 'state.done',
      mark: '●',
      stateKey: '2',
      pages: 'outOf n=2 all=2',
      pagesKey: 2,
      score: '80 %',
      scoreKey: 80,
      texts: '2',
      textsKey: 2,
      last: 'le 2026-01',
      lastKey: '2026-01',
    },
    {
      name: 'Marc',
      sheet: 'releve-1.html',
      state: 'state.underway',
      mark: '◐',
      stateKey: '1',
      pages: 'outOf n=0 all=2',
      pagesKey: 0,
      score: 'none',
      scoreKey: -1,
      texts: '0',
      textsKey: 0,
      last: 'never',
      lastKey: '',
    },
    {
      name: 'Noor de la Cour',
      sheet: 'releve-2.html',
      state: 'state.none',
      mark: '○',
      stateKey: '0',
      pages: 'none',
      pagesKey: -1,
      score: 'none',
      scoreKey: -1,
      texts: 'none',
      textsKey: -1,
      last: 'never',
      lastKey: '',
    },
  ]);
});

test('a score of 0 is one', () => {
  const [row] = learnerRows(session({ participations: [took(0, { score: 0 })] }), report(), keyWords);
  expect([row?.score, row?.scoreKey]).toEqual(['0 %', 0]);
});

describe('measured times', () => {
  test('beside the declared one', () => {
    const one = session({
      minutes: 20,
      participations: [
        took(0, { seconds: 2400 }),
        took(1, { state: 'underway', seconds: 600 }),
        took(2, { seconds: 119 }),
        took(2, { seconds: 120 }),
        took(0),
        took(1, { state: 'none', seconds: 9999 }),
      ],
    });
    expect(times(one, report(), keyWords)).toEqual({
      rows: [
        { name: 'Inès Moreau', time: '2400 s', value: 100, note: '', isShort: false },
        { name: 'Marc', time: '600 s', value: 25, note: 'time.underway', isShort: false },
        { name: 'Noor de la Cour', time: '119 s', value: 5, note: 'time.short', isShort: true },
        { name: 'Noor de la Cour', time: '120 s', value: 5, note: '', isShort: false },
        { name: 'Inès Moreau', time: '?', value: 0, note: 'time.unknown', isShort: false },
      ],
      line: 50,
      declared: 'time.declared n=20',
    });
  });

  test('that are short are noted only of those who have finished; bars have one decimal', () => {
    const participations = [took(0, { seconds: 2700 }), took(1, { state: 'underway', seconds: 100 })];
    expect(times(session({ minutes: 20, participations }), report(), keyWords)).toMatchObject({
      rows: [
        { value: 100, note: '', isShort: false },
        { value: 3.7, note: 'time.underway', isShort: false },
      ],
      line: 44.4,
    });
  });

  test('the longest bar may be the declared time', () => {
    const participations = [took(0, { seconds: 600 })];
    expect(times(session({ minutes: 60, participations }), report(), keyWords)).toMatchObject({ rows: [{ value: 16.7 }], line: 100 });
  });

  test('of no second are bars without a length', () => {
    expect(times(session({ participations: [took(0, { seconds: 0 })] }), report(), keyWords)?.rows[0]?.value).toBe(0);
  });

  test('none, or without a declared one', () => {
    expect(times(session({ participations: [took(0), took(1, { state: 'none', seconds: 5 })] }), report(), keyWords)).toBeNull();
    expect(times(session({ participations: [took(0, { seconds: 60 })] }), report(), keyWords)).toMatchObject({
      line: 0,
      declared: '',
      rows: [{ value: 100, isShort: false }],
    });
  });
});
