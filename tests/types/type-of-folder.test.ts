import { expect, it } from 'vitest';
import { precompile } from '../../build/toolchain/precompile.ts';
import { activityTypes } from '../../build/types/activities.ts';
import { typeOfFolder } from '../../build/types/type-of-folder.ts';

it('has for each folder its name, its strings, and its scoring if it is an activity', () => {
  for (const [name, type] of activityTypes) {
    expect([name, type.name, Boolean(type.strings.fr.label && type.strings.en.label), Boolean(type.scoring)]).toEqual([
      name,
      name,
      true,
      type.kind === 'activity',
    ]);
  }
});

it('has a template for pages, and one for paper only where the folder has it', () => {
  const printed = [...activityTypes.values()].filter(({ print }) => print).map(({ name }) => name);
  expect([printed.includes('choice'), printed.includes('callout')]).toEqual([true, false]);
  expect([...activityTypes.values()].every(({ template }) => typeof template === 'function')).toBe(true);
});

it('keeps the definition, and compiles the template of pages and that of paper', () => {
  const [template, print] = ['<p>{{a}}</p>', '<b>{{a}}</b>'].map((text): object => new Function(`return ${precompile(text)}`)());
  const folder = {
    name: 'tri',
    definition: { kind: 'block' },
    scoring: null,
    strings: { fr: {}, en: {} },
    template,
    print: null,
    hasRuntime: true,
  };
  const { template: page, ...type } = typeOfFolder(folder as unknown as Parameters<typeof typeOfFolder>[0]);
  expect(type).toEqual({ kind: 'block', name: 'tri', strings: { fr: {}, en: {} }, hasRuntime: true });
  expect(page({ a: 1 })).toBe('<p>1</p>');
  const scoring = { score: () => 0 };
  const printed = typeOfFolder({ ...folder, print, scoring } as unknown as Parameters<typeof typeOfFolder>[0]);
  expect([printed.print?.({ a: 2 }), printed.template({ a: 2 }), printed.scoring]).toEqual(['<b>2</b>', '<p>2</p>', scoring]);
});
