type Options = Readonly<Record<string, unknown>>;

/** Options with some replaced by defaults, and whether one of those was used. */
interface Doubtful {
  readonly options: Options;
  /** True if one was used: later diagnostics may follow from errors already reported. */
  readonly isAsked: () => boolean;
}

/**
 * Makes options that record the use of replaced ones.
 * @param broken names of options that were reported and replaced by defaults
 * @param isReported an earlier error may be the cause of all others
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
