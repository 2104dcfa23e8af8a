import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import type { PlayerSettings } from '../settings.ts';
import type { Broadcast } from './broadcast.ts';
import { type Door, doorUrl } from './door.ts';
import { guard, PAPER_POLICY } from './guard.ts';
import { isVersion, learners } from './learners.ts';
import { addressOf, type Choice, homePage, playerPage } from './pages.ts';
import { paperOf, papers, pictureOf } from './papers.ts';
import { playable } from './playable.ts';
import type { RecordKey, RecordStore } from './record-store.ts';
import { sendEntry } from './send-entry.ts';
import { type Reader, stateOf } from './shown.ts';
import { previewStrings, stringsWith } from './strings.ts';
import type { Workshop } from './workshop.ts';

/** Largest accepted record, in bytes: the largest saved state of SCORM 2004 and some hundred answers. */
const LARGEST_RECORD = 2 * 1024 * 1024;

export interface PreviewWorld extends Reader {
  readonly workshop: Workshop;
  readonly store: RecordStore;
  readonly saves: Broadcast;
  /** Writes the course of all types, and returns its path. */
  readonly gallery?: () => string;
  /** Lets other devices on the network in. */
  readonly door?: Door;
  /** Files of the preview's own pages, by the name in `/-/`. */
  readonly files: Readonly<Record<string, { readonly path: string; readonly type: string }>>;
}

function known<Name extends string>(name: string | undefined, names: readonly Name[]): Name | undefined {
  return names.find((one) => one === name);
}

/** Reads the choice from a player's address; unknown or missing values become the first of their kind. */
function choiceOf(c: Context, { workshop }: PreviewWorld): Choice | null {
  const { course = '', module = '' } = c.req.param();
  const good = workshop.course(course)?.good;
  const names = good ? playable(good).map(({ id }) => id) : [];
  const asked = known(c.req.query('module') ?? module, names);
  if (!good || asked === undefined) return null;
  const version = c.req.query('version') ?? '';
  return {
    course,
    module: asked,
    cohort:
      known(
        c.req.query('cohort'),
        good.source.cohorts.map((cohort) => cohort.name),
      ) ?? 'base',
    version: isVersion(version) ? version : '1.2',
    learner:
      known(
        c.req.query('learner'),
        learners.map((learner) => learner.id),
      ) ?? 'camille',
    mode: known(c.req.query('mode'), ['normal', 'review', 'browse'] as const) ?? 'normal',
  };
}

function settingsOf(choice: Choice, { language, command }: PreviewWorld): PlayerSettings {
  const { module, cohort, version, mode } = choice;
  const course = encodeURIComponent(choice.course);
  const { id, name } = learners.find((one) => one.id === choice.learner) ?? { id: choice.learner, name: choice.learner };
  return {
    version,
    mode,
    // Cohorts have different texts: data in the browser of one must not count as an earlier version of another.
    learner: { id: cohort === 'base' ? id : `${id}.${cohort}`, name },
    sco: `/sco/${course}/${cohort}/${module}/${version}/index.html`,
    record: `/record/${course}/${cohort}/${module}/${version}/${id}`,
    state: `/state/${course}/${module}`,
    strings: stringsWith(command, language),
  };
}

/** Finds the record for an address; null if a part of it is not a known name. */
function recordKey(c: Context, { workshop }: PreviewWorld): RecordKey | null {
  const { course = '', cohort = '', module = '', version = '', learner = '' } = c.req.param();
  const { good } = workshop.course(course) ?? {};
  const isPlayed = good && playable(good).some(({ id }) => id === module);
  const isCohort = cohort === 'base' || good?.source.cohorts.some(({ name }) => name === cohort);
  const isKnown = isPlayed && isCohort && isVersion(version) && learners.some((one) => one.id === learner);
  return isKnown ? { course, cohort, module, version, learner } : null;
}

function addPages(app: Hono, world: PreviewWorld): void {
  const { workshop, language, command, files, door } = world;
  app.get('/', (c) => {
    const port = Number(/:(\d+)$/.exec(c.req.header('host') ?? '')?.[1] ?? 80);
    return c.html(homePage(workshop.courses, language, command, door && doorUrl(door, port)));
  });
  app.get('/gallery', (c) => {
    if (!world.gallery) return c.notFound();
    const name = workshop.add(world.gallery());
    const [module] = workshop.course(name)?.good?.modules ?? [];
    return module ? c.redirect(`/play/${name}/${module.module.id}`) : c.notFound();
  });
  app.get('/play/:course/:module', (c) => {
    const choice = choiceOf(c, world);
    const course = choice && workshop.course(choice.course);
    if (!choice || !course) return c.notFound();
    const address = addressOf(choice);
    if (c.req.query('module') !== undefined) return c.redirect(address);
    return c.html(playerPage(course, choice, settingsOf(choice, world), language));
  });
  app.get('/state/:course/:module?', (c) => {
    const { course = '', module = '' } = c.req.param();
    return workshop.course(course) ? c.json(stateOf(workshop, course, module, world)) : c.notFound();
  });
  app.get('/-/:file', (c) => {
    const file = Object.hasOwn(files, c.req.param('file')) ? files[c.req.param('file')] : undefined;
    return file ? c.body(readFileSync(file.path), 200, { 'content-type': file.type }) : c.notFound();
  });
}

/** Decodes a path; null if its escapes aren't UTF-8. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function addModules(app: Hono, { workshop }: PreviewWorld): void {
  app.get('/sco/:course/:cohort/:module/:version/*', (c) => {
    const { course, cohort, module, version } = c.req.param();
    const name = decoded(c.req.path.split('/').slice(6).join('/'));
    if (name === null) return c.notFound();
    const files = isVersion(version) ? workshop.filesOf(course, cohort, module, version) : null;
    const entry = files?.get(name);
    return entry ? sendEntry(entry, c.req.header('range')) : c.notFound();
  });
}

function addPapers(app: Hono, world: PreviewWorld): void {
  const { workshop } = world;
  app.get('/papers/:course/:cohort/:module/:paper', (c) => {
    const { course, cohort, module, paper } = c.req.param();
    const { good } = workshop.course(course) ?? {};
    // The running order links to the guide by its file name.
    const name = known(paper.replace(`${module}.`, '').replace('.html', ''), papers);
    const data = good && name ? paperOf(good, cohort, module, name, workshop.engine) : null;
    return data === null ? c.notFound() : c.html(new TextDecoder().decode(data), 200, { 'content-security-policy': PAPER_POLICY });
  });
  app.get('/picture/:course/:module', (c) => {
    const { course, module } = c.req.param();
    const { good } = workshop.course(course) ?? {};
    const picture = good ? pictureOf(good, module) : null;
    return picture ? sendEntry(picture, c.req.header('range')) : c.notFound();
  });
}

function addRecords(app: Hono, world: PreviewWorld): void {
  const { store } = world;
  const path = '/record/:course/:cohort/:module/:version/:learner';
  app.get(path, (c) => {
    const key = recordKey(c, world);
    return key ? c.body(store.read(key), 200, { 'content-type': 'application/json' }) : c.notFound();
  });
  app.put(path, bodyLimit({ maxSize: LARGEST_RECORD }), async (c) => {
    const key = recordKey(c, world);
    if (!key) return c.notFound();
    try {
      store.write(key, await c.req.text());
      return c.body(null, 204);
    } catch (error) {
      // JSON nested too deeply causes a RangeError.
      if (error instanceof SyntaxError || error instanceof RangeError) return c.text('400', 400);
      throw error;
    }
  });
  app.delete(path, (c) => {
    const key = recordKey(c, world);
    if (!key) return c.notFound();
    store.remove(key);
    return c.body(null, 204);
  });
}

/** Sends each save to open pages, as long as they listen. */
function addSaves(app: Hono, { saves }: PreviewWorld): void {
  app.get('/saves', (c) =>
    streamSSE(c, async (stream) => {
      await stream.writeSSE({ event: 'save', data: '' });
      await new Promise<void>((gone) => {
        const stop = saves.listen(() => void stream.writeSSE({ event: 'save', data: '' }));
        stream.onAbort(() => {
          stop();
          gone();
        });
      });
    }),
  );
}

/** Makes the preview's server, without a port. */
export function previewApp(world: PreviewWorld): Hono {
  const app = new Hono();
  app.use(guard(world.door ?? null));
  app.get('/favicon.ico', (c) => c.body(null, 204));
  addPages(app, world);
  addModules(app, world);
  addPapers(app, world);
  addRecords(app, world);
  addSaves(app, world);
  // For example a full disk: the answer is one line, without the stack.
  app.onError((error, c) => ('getResponse' in error ? error.getResponse() : c.text(error.message, 500)));
  app.notFound((c) => c.text(previewStrings[world.language].notFound, 404));
  return app;
}
