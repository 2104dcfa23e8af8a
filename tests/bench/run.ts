// Measures what speed and weight must reach, and prints a line of JSON for each number. Exit code 1 where one is not reached.
// Names given after it choose: `npm run bench -- launch watching`.
import { benchBuilds } from './builds.ts';
import { benchInputs } from './inputs.ts';
import { benchLaunch } from './launch.ts';
import { benchManyModules } from './many-modules.ts';
import { benchMedia } from './media.ts';
import { program, root, timeOf } from './processes.ts';
import type { Row } from './row.ts';
import { benchSlowLaunch } from './slow-launch.ts';
import { benchSoak } from './soak.ts';
import { benchStudio } from './studio.ts';
import { benchTypeScripts } from './type-scripts.ts';
import { benchWatching } from './watching.ts';

const BENCHES: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
  builds: benchBuilds,
  watching: benchWatching,
  'many-modules': benchManyModules,
  media: benchMedia,
  launch: benchLaunch,
  'type-scripts': benchTypeScripts,
  inputs: benchInputs,
  'slow-launch': benchSlowLaunch,
  soak: benchSoak,
  studio: benchStudio,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length > 0) throw new Error(`No such bench: ${unknown.join(', ')}. There are ${Object.keys(BENCHES).join(', ')}.`);

// Node 20 reads these at each start, for 100 ms in which nothing here is done: every ratio would look better.
delete process.env.NODE_EXTRA_CA_CERTS;

// What the program's own build makes is there before anything is measured.
timeOf(process.execPath, [program, '--warm'], root);

let reached = true;
for (const [name, bench] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  for (const row of await bench()) {
    console.log(JSON.stringify(row));
    reached &&= row.ok;
  }
}
process.exitCode = reached ? 0 : 1;
