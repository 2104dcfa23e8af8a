/**
 * Takes the pictures of the documentation whose inputs have changed, and writes README's tables of types.
 * `npm run doc-pictures`, or with parts of names to take those in any case: `npm run doc-pictures -- activities/choice readme/`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openBrowser } from '../../helpers/browser.ts';
import { languages, root } from '../../helpers/examples-project.ts';
import { buildSharedPackages } from '../../helpers/shared-packages.ts';
import { digestOf, imagesFolder, readDigests, type Subject, writeDigests } from './subject.ts';
import { allSubjects } from './subjects.ts';
import { Takers } from './takers.ts';
import { withTypes } from './type-table.ts';

const asked = process.argv.slice(2);

function isAsked({ file }: Subject, digest: string): boolean {
  if (asked.length > 0) return asked.some((part) => file.includes(part));
  return readDigests()[file] !== digest || !existsSync(join(imagesFolder, file));
}

for (const lang of languages) {
  const readme = join(root, lang === 'fr' ? 'README.md' : 'README.en.md');
  writeFileSync(readme, withTypes(readFileSync(readme, 'utf8'), lang));
}
buildSharedPackages();
const browser = await openBrowser();
const takers = new Takers(browser);
const subjects = allSubjects();
let taken = 0;
for (const subject of subjects) {
  const digest = await digestOf(subject);
  if (!isAsked(subject, digest)) continue;
  const path = join(imagesFolder, subject.file);
  const bytes = await takers.take(subject);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  writeDigests({ ...readDigests(), [subject.file]: digest });
  process.stdout.write(`${subject.file} ${Math.ceil(bytes.length / 1000)} kB\n`);
  taken++;
}
await takers.close();
await browser.close();
const files = new Set(subjects.map(({ file }) => file));
writeDigests(Object.fromEntries(Object.entries(readDigests()).filter(([file]) => files.has(file))));
process.stdout.write(`${taken} of ${subjects.length} pictures taken\n`);
