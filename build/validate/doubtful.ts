type Options = Readonly<Record<string, unknown>>;

/** Options of which some could not be read, and whether somebody has asked for one of those. */
interface Doubtful {
  readonly options: Options;
  /** What is said from then on may follow from what was reported of them. */
  readonly isAsked: () => boolean;
}

/**
 * @param broken names of options that were reported: defaults stand in for them
 * @param isReported something was reported already that all the rest may follow from
 */
export function doubtful(options: Options, broken: ReadonlySet<string>, isReported = false): Doubtful {
  if (broken.size === 0 || isReported) return { options, isAsked: () => isReported };
  let asked = false;
  const note = (key: PropertyKey): void => {
    asked ||= broken.has(String(key));
  };
  const watched = new Proxy(options, {
    get: (target, key) => {
      note(key);
      return Reflect.get(target, key);
    },
    has: (target, key) => {
      note(key);
      return Reflect.has(target, key);
    },
    ownKeys: (target) => {
      asked = true;
      return Reflect.ownKeys(target);
    },
  });
  return { options: watched, isAsked: () => asked };
}
