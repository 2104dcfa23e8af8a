import { buildSpeed } from './build-speed.ts';
import { largeMedia } from './large-media.ts';
import { launch } from './launch.ts';
import { manyModules } from './many-modules.ts';
import { program, type Row, root, run } from './measure.ts';
import { scriptSize } from './script-size.ts';
import { watchSpeed } from './watch-speed.ts';

/** Parts of the bench by the name that may be given: `npm run bench -- launch`. */
const parts: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
  build: buildSpeed,
  watch: watchSpeed,
  many: manyModules,
  media: largeMedia,
  launch,
  scripts: scriptSize,
};

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !(name in parts));
  if (unknown) throw new Error(`bench: no part is called ${unknown}; there are ${Object.keys(parts).join(', ')}`);
  await run(process.execPath, [program, '--warm'], root);
  for (const [name, measure] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    for (const one of await measure()) {
      console.log(JSON.stringify(one));
      if (!one.ok) process.exitCode = 1;
    }
  }
}

void main();
