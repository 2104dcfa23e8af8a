import type { YamlPath } from './yaml-text.ts';

// Edits of a plain value: the results that edits of a text must have.

type Container = Record<string | number, unknown>;

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

/** Finds a value; undefined if a step on the way to it is missing. */
export function plainAt(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>((inner, step) => (isContainer(inner) ? inner[step] : undefined), value);
}

/** Copies a value and changes what contains the end of a path. */
function edited(value: unknown, path: YamlPath, edit: (container: Container, key: string | number) => void): unknown {
  const copy: unknown = isContainer(value) ? structuredClone(value) : {};
  let inner = copy as Container;
  for (const step of path.slice(0, -1)) {
    if (!isContainer(inner[step])) inner[step] = {};
    inner = inner[step] as Container;
  }
  edit(inner, path.at(-1) ?? '');
  return copy;
}

export function withSet(value: unknown, path: YamlPath, set: unknown): unknown {
  return edited(value, path, (container, key) => {
    container[key] = set;
  });
}

export function withRemoved(value: unknown, path: YamlPath): unknown {
  return edited(value, path, (container, key) => {
    if (Array.isArray(container)) container.splice(Number(key), 1);
    else delete container[key];
  });
}

export function withAdded(value: unknown, path: YamlPath, item: unknown, index: number): unknown {
  return edited(value, path, (container, key) => {
    const list = container[key];
    if (Array.isArray(list)) list.splice(index, 0, item);
    else container[key] = [item];
  });
}

export function withMovedValue(value: unknown, path: YamlPath, from: number, to: number): unknown {
  return edited(value, path, (container, key) => {
    const list = container[key];
    if (Array.isArray(list)) list.splice(to, 0, ...list.splice(from, 1));
  });
}

/** Returns the path to remove so that no empty map stays in a map: that of the outermost map with nothing else in it. */
export function pruned(value: unknown, path: YamlPath): YamlPath {
  const above = path.slice(0, -1);
  const parent = plainAt(value, above);
  const isOnly = isContainer(parent) && !Array.isArray(parent) && Object.keys(parent).length === 1 && (path.at(-1) ?? '') in parent;
  return isOnly && typeof above.at(-1) === 'string' ? pruned(value, above) : path;
}
