import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { StudioEngine } from '../../../build/studio/engine/studio-engine.ts';
import { OVEN, openOven, PAIN } from '../../helpers/oven-course.ts';
import { DiskRequest } from '../../helpers/studio-course.ts';

beforeAll(() => void vi.stubGlobal('XMLHttpRequest', DiskRequest));
afterAll(() => void vi.unstubAllGlobals());

const pain = OVEN.get(PAIN) ?? '';
/** A face without its hair. */
const FACE = { expression: 'calm', glasses: 'none', beard: 'none', skin: 'fair', 'hair-colour': 'black', clothes: 'blue' } as const;
const broken = pain.replace('- [x] Oui', '- [ ] Oui');

describe('checking', () => {
  test('gives the facts of a course without mistakes', () => {
    const { checked } = openOven();
    expect([checked.problems, checked.isCurrent, checked.course?.sessions.map(({ id }) => id)]).toEqual([[], true, ['pain']]);
  });

  test('of a mistake reports its place in the project, and keeps the last version that could be read', () => {
    const { engine } = openOven();
    const checked = engine.change(new Map([[PAIN, broken.replace('title: Le pain', 'title: Autre')]]));
    expect([checked.isCurrent, checked.course?.sessions[0]?.title]).toEqual([false, 'Le pain']);
    expect(checked.problems).toEqual([
      {
        code: 'no-right-choice',
        severity: 'error',
        path: PAIN,
        line: 9,
        column: 1,
        problem: 'Aucune réponse n’est cochée comme juste.',
        write: expect.stringContaining('- [x]'),
        values: {},
      },
    ]);
    const again = engine.change(new Map([[PAIN, pain.replace('title: Le pain', 'title: Autre')]]));
    expect([again.problems, again.isCurrent, again.course?.sessions[0]?.title]).toEqual([[], true, 'Autre']);
  });

  test('of a mistake in braces reports its column', () => {
    const { problems } = openOven({ [PAIN]: pain.replace('{#levain points', '{#levain point') }).checked;
    expect(problems.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['unknown-attribute', 9, ':::choice{#levain '.length + 1],
    ]);
  });

  test('of a course that could never be read has no facts', () => {
    const { checked } = openOven({ 'modules/four/course.yaml': 'id: [' });
    expect([checked.course, checked.isCurrent, checked.problems.length > 0]).toEqual([null, false, true]);
  });

  test('notices that a file is gone', () => {
    const { engine } = openOven();
    const { problems } = engine.change(new Map([['modules/four/banks/pain.md', null]]));
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['missing-bank', PAIN],
      ['empty-quiz', PAIN],
    ]);
  });

  test('speaks the language of the page', () => {
    const problems = (['fr', 'en'] as const).map((language) => openOven({ [PAIN]: broken }, language).checked.problems[0]?.problem);
    expect(problems.every((one) => one !== undefined)).toBe(true);
    expect(problems[0]).not.toBe(problems[1]);
  });

  test('changes no file of the project: ids that are given provisionally stay out of its lock', () => {
    const { engine, checked } = openOven();
    expect(checked.isCurrent).toBe(true);
    const { course } = engine.change(new Map());
    expect(course?.sessions[0]?.pages[0]?.activities.map(({ id }) => id)).toEqual(['levain']);
  });
});

describe('playing', () => {
  test('keeps the answers of a learner with their lines, when another line comes before them', () => {
    const { engine } = openOven();
    const tokens = (): string[] => {
      const content = engine.play({ session: 'pain', cohort: '', standard: '1.2' })?.get('content.js') ?? '';
      const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
      return [...text.matchAll(/"token":"(.)","text":"([^"]*)"/g)].map(([, token, text]) => `${token} ${text}`);
    };
    expect(tokens()).toEqual(['a Oui', 'b Non']);
    engine.change(new Map([[PAIN, pain.replace('- [x] Oui', '- [ ] Presque\n- [x] Oui')]]));
    expect(tokens()).toEqual(['c Presque', 'a Oui', 'b Non']);
  });

  test('gives the files of a session, of its last version without mistakes', () => {
    const { engine } = openOven();
    engine.change(new Map([[PAIN, broken.replace('Le levain', 'Le sel')]]));
    const played = engine.play({ session: 'pain', cohort: '', standard: '1.2' });
    expect([...(played?.keys() ?? [])]).toEqual(expect.arrayContaining(['index.html', 'content.js', 'runtime.js', 'style.css']));
    const text = [...(played?.values() ?? [])].map((data) => (typeof data === 'string' ? data : new TextDecoder().decode(data))).join('');
    expect([text.includes('Le levain lève-t-il'), text.includes('Le sel lève-t-il')]).toEqual([true, false]);
  });

  test('gives the version of a cohort, and the runtime of each standard', () => {
    const { engine } = openOven({
      'modules/four/cohorts/nuit.yaml': 'title: La nuit\nvariables: { heure: minuit }\n',
      [PAIN]: pain.replace('lève-t-il ?', 'lève-t-il à {{heure}} ?'),
      'modules/four/course.yaml': `${OVEN.get('modules/four/course.yaml')}variables: { heure: midi }\n`,
    });
    const textOf = (cohort: string, standard: '1.2' | '2004'): string =>
      [...(engine.play({ session: 'pain', cohort, standard })?.values() ?? [])]
        .map((data) => (typeof data === 'string' ? data : new TextDecoder().decode(data)))
        .join('');
    expect(textOf('', '1.2')).toContain('à midi');
    expect(textOf('nuit', '1.2')).toContain('à minuit');
    expect(textOf('', '1.2')).not.toBe(textOf('', '2004'));
  });

  test('gives nothing for a session or cohort that is not there', () => {
    const { engine } = openOven();
    expect(engine.play({ session: 'tram', cohort: '', standard: '1.2' })).toBeNull();
    expect(engine.play({ session: 'pain', cohort: 'jour', standard: '1.2' })).toBeNull();
    const never = openOven({ 'modules/four/course.yaml': 'id: [' }).engine;
    expect(never.play({ session: 'pain', cohort: '', standard: '1.2' })).toBeNull();
  });
});

describe('packing', () => {
  const request = { names: ['pain'], targets: ['scorm12'], cohorts: [''], sheets: false } as const;

  test('gives the package with the lock and the report, and describes it', async () => {
    const { engine } = openOven();
    const { problems, files, packages, made } = await engine.pack(request);
    expect([problems, packages]).toEqual([[], ['dist/four/pain.scorm12.zip']]);
    expect([...files.keys()].sort()).toEqual([
      'dist/build.json',
      'dist/four/course.lock.yaml',
      'dist/four/pain.scorm12.codebook.csv',
      'dist/four/pain.scorm12.depot.html',
      'dist/four/pain.scorm12.zip',
      'modules/four/course.lock.yaml',
    ]);
    const zip = files.get('dist/four/pain.scorm12.zip') ?? new Uint8Array();
    expect(Object.keys(unzipSync(zip))).toContain('imsmanifest.xml');
    expect(made).toEqual([
      {
        path: 'dist/four/pain.scorm12.zip',
        session: 'pain',
        bytes: zip.length,
        sheets: ['codebook.csv', 'depot.html'].map((end) => `dist/four/pain.scorm12.${end}`),
      },
    ]);
  });

  test('of what has not changed gives the package again, and no lock', async () => {
    const { engine } = openOven();
    const first = await engine.pack(request);
    const again = await engine.pack(request);
    expect(again.packages).toEqual(first.packages);
    expect(again.files.get('dist/four/pain.scorm12.zip')).toEqual(first.files.get('dist/four/pain.scorm12.zip'));
    expect(again.files.has('modules/four/course.lock.yaml')).toBe(false);
  });

  test('gives the sheets beside it, and each cohort', async () => {
    const { engine } = openOven();
    const { files, packages, made } = await engine.pack({ ...request, cohorts: ['', 'nuit'], sheets: true });
    expect([...packages].sort()).toEqual(['dist/four/nuit/pain.scorm12.zip', 'dist/four/pain.scorm12.zip']);
    expect(made.flatMap(({ sheets }) => sheets).every((path) => files.has(path))).toBe(true);
    const ends = [
      'scorm12.codebook.csv',
      'scorm12.depot.html',
      'guide.html',
      'conducteur.html',
      'cahier.html',
      'accessibilite.html',
      'salle.html',
    ];
    expect(made.map(({ session, sheets }) => [session, sheets])).toEqual(
      ['dist/four/nuit', 'dist/four'].map((folder) => ['pain', ends.map((end) => `${folder}/pain.${end}`)]),
    );
  });

  test('keeps packages in releases/ when it is asked to, once for each content', async () => {
    const { engine } = openOven();
    const keeping = { ...request, sheets: true, keeps: true };
    const kept = (await engine.pack(keeping)).files;
    expect([...kept.keys()].filter((path) => /^releases\/four\/[^/]+\/(?:release\.json|pain\.scorm12\.zip)$/.test(path)).length).toBe(2);
    const again = (await engine.pack(keeping)).files;
    expect([...again.keys()].filter((path) => path.startsWith('releases/'))).toEqual([]);
    engine.change(new Map([[PAIN, pain.replace('Le levain lève', 'La pâte lève')]]));
    const third = (await engine.pack(keeping)).files;
    expect([...third.keys()].some((path) => path.endsWith('release.json'))).toBe(true);
  });

  test('after a part could not be loaded gives the package whole, with the lock', async () => {
    let isOffline = false;
    class Request extends DiskRequest {
      override send(): void {
        if (isOffline) throw new Error('NetworkError');
        super.send();
      }
    }
    vi.stubGlobal('XMLHttpRequest', Request);
    try {
      const { engine } = openOven();
      isOffline = true;
      await expect(engine.pack(request)).rejects.toThrow('NetworkError');
      isOffline = false;
      const { files } = await engine.pack(request);
      const usual = (await openOven().engine.pack(request)).files;
      expect([...files.keys()].sort()).toEqual([...usual.keys()].sort());
      const namesIn = (made: typeof files) => Object.keys(unzipSync(made.get('dist/four/pain.scorm12.zip') ?? new Uint8Array()));
      expect(namesIn(files)).toEqual(namesIn(usual));
      expect((await engine.pack(request)).files.has('modules/four/course.lock.yaml')).toBe(false);
    } finally {
      vi.stubGlobal('XMLHttpRequest', DiskRequest);
    }
  });

  test('of a text with a mistake gives the problem, and no package', async () => {
    const { engine } = openOven({ [PAIN]: broken });
    const { problems, packages, made } = await engine.pack(request);
    expect([packages, made]).toEqual([[], []]);
    expect(problems).toMatchObject([{ severity: 'error', path: PAIN }]);
  });
});

test('faces are drawn one by one, and some hair has a colour', () => {
  const { engine } = openOven();
  const hair = engine.colouredHair();
  expect([hair.includes('tousled'), hair.includes('short')]).toEqual([true, false]);
  const faces = (['short', 'bob'] as const).map((one) => ({ ...FACE, hair: one }));
  const drawn = engine.portraits(faces);
  expect([new Set(drawn).size, drawn.every((svg) => svg.startsWith('<svg'))]).toEqual([2, true]);
  expect(faces.map((face) => engine.portraits([face])[0])).toEqual(drawn);
  expect(engine.portraits([])).toEqual([]);
});

test('before a course is open, there is nothing to ask', async () => {
  const engine = new StudioEngine();
  expect(() => engine.types()).toThrow('No course is open.');
  await expect(engine.pack({ names: [], targets: [], cohorts: [], sheets: false })).rejects.toThrow('No course is open.');
});
