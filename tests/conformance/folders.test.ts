import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type * as z from 'zod';
import { activityTypes } from '../../build/types/activities.ts';
import type { Answer } from '../../src/model/course/activity.ts';
import { encodeState, readState } from '../../src/model/state/codec.ts';
import { newState } from '../../src/model/state/state.ts';
import { exampleActivities } from '../helpers/example-activities.ts';
import { exampleOf, languages, root, types } from '../helpers/examples-project.ts';
import { owner } from '../helpers/saved-state.ts';

/** Bytes of gzip that a type's script may have; those that place things, compose others or are written in at length may be larger. */
const BUDGET = 1536;
const LARGE: Readonly<Record<string, number>> = {
  quiz: 2560,
  recap: 2560,
  matching: 2560,
  order: 2560,
  categorize: 2560,
  branching: 5120,
  writing: 5120,
  'stakeholder-map': 2560,
  'mind-map': 5120,
};

const hooks = readFileSync(join(root, 'docs/hooks.md'), 'utf8');

const anyAnswer: fc.Arbitrary<Answer> = fc.letrec<{ value: Answer }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, false, 'a', 'b', 'zz', ''),
    fc.nat(20),
    fc.string(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'zz'), tie('value'), { maxKeys: 3 }),
  ),
})).value;

/** Files allowed in a type's folder. Those of the last line are optional. */
const CONTRACT = [
  ...['type.ts', 'scoring.ts', 'runtime.ts', 'template.hbs', 'strings.json', 'example.md', 'example.en.md'],
  ...['print.hbs', 'style.css', 'assets'],
];

test.each(types)('%s: its folder holds what the contract names, and modules of its own', (name) => {
  const entries = readdirSync(join(root, 'templates', name)).filter((entry) => !/^[a-z][a-z-]*(\.test)?\.ts$/.test(entry));
  expect(CONTRACT).toEqual(expect.arrayContaining(entries));
});

test.each(types)('%s: its files and exports are there', (name) => {
  const folder = join(root, 'templates', name);
  const type = activityTypes.get(name);
  expect(type?.kind).toMatch(/^(activity|block)$/);
  const files = ['template.hbs', 'strings.json', 'example.md', 'example.en.md'];
  if (type?.kind === 'activity') files.push('scoring.ts', 'runtime.ts');
  for (const file of files) expect(existsSync(join(folder, file)), file).toBe(true);
  expect(Object.keys(type?.strings.en ?? {}).sort()).toEqual(Object.keys(type?.strings.fr ?? {}).sort());
  expect(type?.strings.fr.label).toBeTruthy();
  // As the texts around them have it: a thin no-break space before these signs.
  for (const text of Object.values(type?.strings.fr ?? {})) expect(text).not.toMatch(/\u00a0[;!?]/);
});

type Field = { meta(): { example?: string; english?: string } | undefined; def: { innerType?: Field } };

/** Returns the examples that messages in French and in English suggest for an attribute. */
function examplesIn(field: Field): readonly string[] {
  const { example = '', english = example } = field.meta() ?? {};
  return example === '' && field.def.innerType ? examplesIn(field.def.innerType) : [example, english];
}

test.each(types)('%s: its attributes have an example in each language, which is valid', (name) => {
  const { shape = {} } = activityTypes.get(name)?.attributes ?? {};
  for (const [key, field] of Object.entries(shape)) {
    const [french = '', english = ''] = examplesIn(field as unknown as Field);
    for (const example of [french, english]) {
      // An attribute that stands alone, as `shuffle`, is a switch; of one with a few values messages name all.
      const [, own, value = true] = /^([a-z-]+)(?:="?(.*?)"?)?$/.exec(example) ?? [];
      expect((field as z.ZodType).safeParse(own === key ? value : example).success, `${key}: ${example}`).toBe(true);
    }
    // A path, a name of one's own or a text has words of a language; a number or a keyword has none, nor has a competency.
    if (/[\s/,]|\p{L}-\p{L}/u.test(french.slice(key.length)) && !/[a-z]\d-\d/.test(french))
      expect(english, `${key} in English`).not.toBe(french);
  }
});

test.each(types)('%s: its style touches nothing but its own', (name) => {
  const path = join(root, 'templates', name, 'style.css');
  if (!existsSync(path)) return;
  const css = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const own = new RegExp(`\\.(${name}|c)(-[\\w-]+)?(?![\\w-])|\\[data-type="?${name}"?\\]`);
  const selectors = [...css.matchAll(/([^{}]+)\{/g)]
    .map((found) => (found[1] ?? '').trim())
    .filter((selector) => !/^@|^(from|to|\d+%)$/.test(selector));
  for (const selector of selectors.flatMap((list) => list.split(','))) expect(selector).toMatch(own);
});

test.each(types)('%s: on paper it has the classes of paper, no token and no field', (name) => {
  const path = join(root, 'templates', name, 'print.hbs');
  if (!existsSync(path)) return;
  const text = readFileSync(path, 'utf8');
  const classes = [...text.matchAll(/class="([^"]*)"/g)].flatMap(([, list = '']) => list.split(' '));
  for (const one of classes) expect(hooks).toContain(`\`${one}\``);
  // A token may be compared, but never written.
  expect(text).not.toMatch(/\{\{[^#}]*\btoken\}\}|<(?:input|select|textarea|button)\b/);
});

test.each(types)('%s: its script is small', (name) => {
  const script = readFileSync(join(root, '.cartable/program/pieces', `type.${name}.js`));
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(LARGE[name] ?? BUDGET);
});

/** Lists the features that a text uses: directives with the names of their attributes, and the syntax of body forms. */
function featuresOf(text: string): string[] {
  const directives = [...text.matchAll(/^:{2,3}([a-z-]+)(?:\{(.*)\})?$/gm)].map(([, name, inside = '']) =>
    [name, ...inside.replace(/"[^"]*"/g, '').matchAll(/(?<!\S)[a-z-]+/g)].join(' '),
  );
  return [
    ...directives,
    ...['\n>', '\n## ', '\n- [x] ', '\n- [ ] ', '\n| | ', ' | |', '[[', '{right}'].filter((sign) => text.includes(sign)),
  ];
}

test.each(types)('%s: its examples show the same of it in both languages', (name) => {
  expect(featuresOf(exampleOf(name, 'en'))).toEqual(featuresOf(exampleOf(name)));
});

const activities = types.filter((name) => activityTypes.get(name)?.kind === 'activity');
const examples = activities.flatMap((name) => languages.map((lang) => [name, lang] as const));

test.each(examples)('%s, %s: the right answer has the full score, none has nothing, any stays in range', (name, lang) => {
  const scoring = activityTypes.get(name)?.scoring;
  for (const activity of exampleActivities(name, lang).filter((one) => one.type === name)) {
    const { options } = activity;
    if (activity.points > 0 && !scoring?.draw) {
      expect(scoring?.solve, 'solve()').toBeTypeOf('function');
      expect(scoring?.score(options, scoring.solve?.(options) ?? null).ratio).toBe(1);
    }
    expect(scoring?.score(options, null).ratio).toBe(0);
    const largest = scoring?.largest(options) ?? null;
    expect(scoring?.score(options, largest).ratio).toBeGreaterThanOrEqual(0);
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        try {
          const ratio = scoring?.score(options, answer).ratio ?? 0;
          expect(ratio >= 0 && ratio <= 1).toBe(true);
        } catch (error) {
          // An answer of another shape (an older type under the same id) may be refused, but never by a wrong number.
          expect(error).toBeInstanceOf(TypeError);
        }
      }),
      { numRuns: 200 },
    );
  }
});

test.each(examples)('%s, %s: its answers survive saved state', (name, lang) => {
  const scoring = activityTypes.get(name)?.scoring;
  for (const activity of exampleActivities(name, lang)) {
    const own = activityTypes.get(activity.type)?.scoring ?? scoring;
    const answers = [own?.largest(activity.options) ?? null, own?.solve?.(activity.options) ?? null];
    for (const answer of answers) {
      const state = { ...newState('abcdefgh'), activities: { [activity.n]: { answer, tries: 1 } } };
      expect(readState(encodeState(state, owner()), owner())).toEqual({ state });
    }
  }
});
