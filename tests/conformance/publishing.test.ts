import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../helpers/examples-project.ts';
import { fencesOf, withoutFences } from '../helpers/guides.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const pages = { fr: read('docs/publier.md'), en: read('docs/publishing.md') } as const;

/** Commands without what differs between the languages. */
const plain = (line: string): string =>
  line
    .replace(/my-course|mon-cours|mes-cours/g, 'X')
    .replace(/leur|theirs/, 'T')
    .replace(/ --lang en/, '')
    .replace('Xs', 'X');

test('the page on courses in a repository has the same parts in both languages', () => {
  const parts = (text: string): string[] => withoutFences(text).match(/^(?:#+|\d\.|\|)(?= )/gm) ?? [];
  expect(parts(pages.en)).toEqual(parts(pages.fr));
  const fences = (text: string) => fencesOf(text).map((fence) => [fence.language, fence.text.split('\n').map(plain)]);
  expect(fences(pages.en)).toEqual(fences(pages.fr));
});

test.each(['fr', 'en'] as const)('what it says of the workflow is in the workflow, in %s', (lang) => {
  const { jobs } = parse(read(`create-cartable/template/workflow.${lang}.yml`));
  const steps: { run?: string; with?: { name?: string } }[] = jobs.courses.steps;
  const [, list = ''] = pages[lang].split('.github/workflows/cartable.yml`')[1]?.split('\n\n') ?? [];
  const named = [...list.matchAll(/`(npx cartable [^`]+)`|[«“]\s?(\w+)\s?[»”]/g)].map(([, command, name]) => command ?? name);
  const done = steps.flatMap(({ run, with: settings }) => run?.replace(` --lang ${lang}`, '') ?? settings?.name ?? []);
  expect(named).toEqual(done.filter((step) => step !== 'npm ci'));
});

test('an action has one major version in all that the project hands out', () => {
  const versions = ['fr', 'en'].map((lang) => read(`create-cartable/template/workflow.${lang}.yml`).match(/@v\d+|node-version: \d+/g));
  expect(versions[0]).toEqual(versions[1]);
  for (const page of Object.values(pages)) expect(page).toContain(`node:${/node-version: (\d+)/.exec(String(versions[0]))?.[1]}`);
});
