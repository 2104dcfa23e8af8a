import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readZip } from '../helpers/read-zip.ts';
import { makeBareSession } from './bare-program.ts';
import { medians, temporary, timeOf, timeOfProgram } from './processes.ts';
import { realCourse, realCourseWith } from './projects.ts';
import { type Row, row } from './row.ts';

const ROUNDS = 11;

/** The bare script is only a measure while its zip is about as large as the real one: within this share of it. */
const MOST_APART = 0.2;

const COURSE = 'partenariats-reseaux';
const SESSION = 'seance-1';

async function unzip(zip: string): Promise<string> {
  const folder = temporary();
  for (const { name, content } of await readZip(zip)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

function compareSizes(zip: string, bareZip: string): void {
  const share = statSync(bareZip).size / statSync(zip).size;
  if (Math.abs(share - 1) > MOST_APART) throw new Error(`The bare script's zip has ${share.toFixed(2)} × the bytes of the real one.`);
}

/** New processes that build a course of one real session, and everything of the real course; beside them the bare script for that session. */
export async function benchBuilds(): Promise<Row[]> {
  const project = realCourse();
  const out = join(temporary(), 'dist');
  const zip = join(out, `${COURSE}/${SESSION}.scorm12.zip`);
  const bareZip = join(temporary(), 'bare.zip');
  const single = realCourseWith(SESSION);
  const cold = (args: readonly string[], folder: string): number => {
    rmSync(out, { recursive: true, force: true });
    return timeOfProgram(['build', ...args, '--out', out], folder);
  };
  const session = (): number => cold([SESSION, '--cohort', 'base', '--target', 'scorm12'], single);
  session();
  const script = await makeBareSession();
  const bareArgs = [script, join(project, 'modules', COURSE), `${SESSION}.md`, await unzip(zip), bareZip];
  const bare = (): number => timeOf(process.execPath, bareArgs, project);
  bare();
  compareSizes(zip, bareZip);
  const times = medians(ROUNDS, { bare, session, all: () => cold(['--sheets'], project) });
  const milliseconds = Object.entries(times).map(([name, time]) => `${name} ${Math.round(time)} ms`);
  process.stderr.write(`builds: ${milliseconds.join(', ')}\n`);
  return [
    row('one session, cold, to a 1.2 zip', times.session / times.bare, '× bare script', 3),
    row('everything (all packages, sheets)', times.all / times.session, '× one session', 8),
  ];
}
