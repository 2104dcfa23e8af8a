import { afterAll, expect } from 'vitest';

// All pages of a worker share the prototypes of their elements: what a file leaves there, the next one gets.
const isPrototype = (value: unknown): value is object => typeof value === 'object' && value !== null;
const prototypes = Object.getOwnPropertyNames(window)
  .map((name) => [name, (Reflect.get(window, name) as { prototype?: unknown } | undefined)?.prototype] as const)
  .filter((one): one is [string, object] => isPrototype(one[1]));
const found = new Map(prototypes.map(([name, prototype]) => [name, Object.getOwnPropertyDescriptors(prototype)]));

/** Lists what was put on prototypes since this file began, as `HTMLElement.scrollIntoView`. */
function leftBehind(): string[] {
  return prototypes.flatMap(([name, prototype]) => {
    const [before, now] = [found.get(name) ?? {}, Object.getOwnPropertyDescriptors(prototype)] as Record<string, PropertyDescriptor>[];
    const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(now ?? {})]);
    const changed = (key: string) => (['value', 'get', 'set'] as const).some((part) => before?.[key]?.[part] !== now?.[key]?.[part]);
    return [...keys].filter(changed).map((key) => `${name}.${key}`);
  });
}

afterAll(() => expect(leftBehind(), 'restore in afterEach or afterAll what this file put on prototypes').toEqual([]));
