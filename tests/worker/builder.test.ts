import { expect, test } from 'vitest';
import { LOCK_FILE } from '../../build/model/lock.ts';
import { Builder } from '../../build/worker/builder.ts';
import type { BuildMessage, BuiltMessage, WorkerMessage } from '../../build/worker/messages.ts';
import { FIRST_LOCK } from '../helpers/first-lock.ts';
import { programFiles } from '../helpers/program-files.ts';

const program = programFiles();
const folder = '/fournil/modules/pain';

const session = (id: string, text: string): string =>
  `---\nid: ${id}\ntitle: Le pain\ncompletion: visited\n---\n\n# Pâte {#pate-${id}}\n\n${text}\n`;

const FILES = new Map([
  [`${folder}/course.yaml`, 'id: pain\ntitle: Le pain\nmodules: [petrir, cuire]\n'],
  [`${folder}/cohorts/nuit.yaml`, 'title: Nuit\n'],
  [`${folder}/${LOCK_FILE}`, FIRST_LOCK],
  [`${folder}/petrir.md`, session('petrir', 'La pâte lève.\n\n![Le four](four.jpg)')],
  [`${folder}/cuire.md`, session('cuire', 'Le four chauffe.')],
  [`${folder}/four.jpg`, 'une image'],
]);

const REQUEST: BuildMessage['request'] = {
  modules: '/fournil/modules',
  out: '/fournil/dist',
  names: [],
  targets: ['scorm12'],
  cohorts: ['base'],
  frozen: false,
  coursePackages: false,
  sheets: false,
};

/** A builder, and what it sends. @param refuses throws where a message can't be sent */
function started(refuses: (message: WorkerMessage) => void = () => undefined) {
  const sent: WorkerMessage[] = [];
  const builder = new Builder((message, buffers) => {
    refuses(message);
    sent.push(structuredClone(message, { transfer: buffers }));
  });
  const built = async (message: Partial<BuildMessage> = {}): Promise<BuiltMessage> => {
    await builder.answer({ files: new Map(), request: REQUEST, ...message });
    const last = sent.at(-1);
    if (last?.kind !== 'built') throw new Error(JSON.stringify(last));
    return last;
  };
  return { builder, sent, built };
}

const filesOf = ({ packages }: BuiltMessage): string[] => packages.map(({ file }) => file);

test('packages, sheets, locks and the report come with the answer, progress before it', async () => {
  const { built, sent } = started();
  const { diagnostics, files, locks } = await built({ program, files: FILES });
  expect(diagnostics).toEqual([]);
  expect([...files.keys()]).toEqual([
    '/fournil/dist/build.json',
    `/fournil/dist/pain/${LOCK_FILE}`,
    ...['cuire', 'petrir'].flatMap((id) =>
      ['codebook.csv', 'depot.html', 'zip'].map((ending) => `/fournil/dist/pain/${id}.scorm12.${ending}`),
    ),
    `${folder}/${LOCK_FILE}`,
  ]);
  expect([...files.values()].every(({ length }) => length > 0)).toBe(true);
  expect(locks.map(({ path }) => path)).toEqual([`${folder}/${LOCK_FILE}`]);
  expect(sent.map((message) => (message.kind === 'progress' ? `${message.done}/${message.total} ${message.file}` : message.kind))).toEqual([
    '1/2 pain/petrir.scorm12.zip',
    '2/2 pain/cuire.scorm12.zip',
    'built',
  ]);
});

test('only what has changed is built again', async () => {
  const { built } = started();
  await built({ program, files: FILES });
  expect(filesOf(await built())).toEqual([]);
  expect(filesOf(await built({ files: new Map([[`${folder}/cuire.md`, session('cuire', 'Le four est chaud.')]]) }))).toEqual([
    'pain/cuire.scorm12.zip',
  ]);
  // As long as the other, and saved at the same moment.
  expect(filesOf(await built({ files: new Map([[`${folder}/four.jpg`, 'autre vue']]) }))).toEqual(['pain/petrir.scorm12.zip']);
});

test('another target, cohort or folder is built though no text has changed', async () => {
  const { built } = started();
  await built({ program, files: FILES });
  const others = [{ targets: ['web'] }, { cohorts: ['nuit'] }, { out: '/fournil/autre' }] as const;
  for (const other of others) expect(filesOf(await built({ request: { ...REQUEST, ...other } })), JSON.stringify(other)).toHaveLength(2);
  const { files } = await built({ request: { ...REQUEST, sheets: true } });
  expect([...files.keys()].filter((path) => path.endsWith('.guide.html'))).toHaveLength(2);
});

test('a text that is as it was is built again where another request has built it meanwhile', async () => {
  const { built } = started();
  const [before] = (await built({ program, files: FILES })).packages;
  const other = new Map([[`${folder}/cuire.md`, session('cuire', 'Le four refroidit.')]]);
  await built({ files: other, request: { ...REQUEST, targets: ['scorm12', 'web'] } });
  const [after] = (await built({ files: FILES })).packages;
  expect([after?.file, after?.content]).toEqual(['pain/cuire.scorm12.zip', before?.content]);
});

test('a text that is as it was is built again where a build that broke off has replaced packages meanwhile', async () => {
  const { built } = started();
  const request = { ...REQUEST, names: ['cuire'], targets: ['scorm12', 'web'] } as const;
  await built({ program, files: FILES, request });
  const zip = '/fournil/dist/pain/cuire.web.zip';
  const blocked = [
    [`${folder}/cuire.md`, session('cuire', 'Le four refroidit.')],
    [zip, null],
    [`${zip}/inside`, 'x'],
  ] as const;
  expect((await built({ files: new Map(blocked), request })).diagnostics.map(({ code }) => code)).toEqual(['not-writable']);
  const again = await built({ files: new Map([...FILES, [`${zip}/inside`, null]]), request });
  expect(filesOf(again)).toEqual(['pain/cuire.scorm12.zip', 'pain/cuire.web.zip']);
});

test('another program makes everything again', async () => {
  const { built } = started();
  await built({ program, files: FILES });
  expect(filesOf(await built({ program: { ...program, stamp: 'autre' } }))).toHaveLength(2);
});

test('a mistake is reported, nothing is written, and the correction is built', async () => {
  const { built } = started();
  await built({ program, files: FILES });
  const wrong = await built({ files: new Map([[`${folder}/cuire.md`, null]]) });
  expect(wrong.diagnostics.map(({ code, at }) => [code, at.file])).toEqual([['missing-module', `${folder}/course.yaml`]]);
  expect([wrong.files.size, wrong.packages]).toEqual([0, []]);
  const cuire = new Map([[`${folder}/cuire.md`, session('cuire', 'Le four refroidit.')]]);
  expect(filesOf(await built({ files: cuire }))).toEqual(['pain/cuire.scorm12.zip']);
});

test('requests are answered in turn, each with the files as it found them', async () => {
  const { builder, sent } = started();
  const texts = ['Un.', 'Deux.', 'Trois.'];
  const request = { ...REQUEST, names: ['cuire'] };
  await Promise.all(
    texts.map((text, index) =>
      builder.answer({
        ...(index === 0 && { program }),
        files: new Map([...(index === 0 ? FILES : []), [`${folder}/cuire.md`, session('cuire', text)]]),
        request,
      }),
    ),
  );
  const answers = sent.filter((message) => message.kind === 'built');
  expect(answers.map(filesOf)).toEqual(texts.map(() => ['pain/cuire.scorm12.zip']));
  expect(new Set(answers.map(({ packages }) => packages[0]?.content)).size).toBe(3);
});

test('a request that can’t be done fails alone', async () => {
  const { builder, sent, built } = started();
  await builder.answer({ files: FILES, request: REQUEST });
  const broken = {
    get program(): never {
      throw 'No room';
    },
  };
  await builder.answer(Object.assign(Object.create(broken), { files: FILES, request: REQUEST }));
  expect(sent).toEqual([
    { kind: 'failed', why: 'The first message must hold the program.' },
    { kind: 'failed', why: 'No room' },
  ]);
  expect(filesOf(await built({ program, files: FILES }))).toHaveLength(2);
});

test('what an answer that could not be sent held comes with the next', async () => {
  const full = [new Error('No memory is left.')];
  const { builder, sent, built } = started(({ kind }) => {
    const error = kind === 'built' ? full.pop() : undefined;
    if (error) throw error;
  });
  await builder.answer({ program, files: FILES, request: REQUEST });
  expect(sent.at(-1)).toEqual({ kind: 'failed', why: 'No memory is left.' });
  expect([...(await built()).files.keys()]).toEqual(
    expect.arrayContaining([`${folder}/${LOCK_FILE}`, '/fournil/dist/pain/cuire.scorm12.zip', '/fournil/dist/pain/petrir.scorm12.zip']),
  );
});
