/** One step into a collection: `cmi.interactions` at 3. */
interface Step {
  collection: string;
  index: number;
}

/** `cmi.interactions.3.id` → pattern `cmi.interactions.n.id`, one step. */
export interface Address {
  element: string;
  pattern: string;
  steps: Step[];
}

const wholeNumber = /^(?:0|[1-9]\d*)$/;

/** Cache, because modules write the same elements repeatedly. */
const addresses = new Map<string, Address>();

/** Parses an element's name, which needn't exist. */
export function readAddress(element: string): Address {
  const known = addresses.get(element) ?? freshAddress(element);
  addresses.set(element, known);
  return known;
}

function freshAddress(element: string): Address {
  const steps: Step[] = [];
  const pattern: string[] = [];
  const sofar: string[] = [];
  for (const part of element.split('.')) {
    if (wholeNumber.test(part)) steps.push({ collection: sofar.join('.'), index: Number(part) });
    pattern.push(wholeNumber.test(part) ? 'n' : part);
    sofar.push(part);
  }
  return { element, pattern: pattern.join('.'), steps };
}

/**
 * The elements of one session: values from the LMS (not stored with the attempt) below values from the content.
 * Counts and changes are updated at each write, because modules write thousands of elements.
 */
export class Records {
  private readonly given: ReadonlyMap<string, string>;
  private readonly values: Map<string, string>;
  private readonly counts = new Map<string, number>();
  private readonly changed = new Set<string>();
  private readonly fresh = new Set<string>();

  /**
   * @param given values of the LMS at launch
   * @param resumed values of earlier visits, which override them
   */
  constructor(given: Record<string, string>, resumed: Record<string, string>) {
    this.given = new Map(Object.entries(given));
    this.values = new Map(Object.entries(resumed));
    for (const element of [...this.given.keys(), ...this.values.keys()]) this.makeRoom(element);
  }

  value(element: string): string | undefined {
    return this.values.get(element) ?? this.given.get(element);
  }

  /** Counts the records in a collection, `cmi.interactions`. */
  count(collection: string): number {
    return this.counts.get(collection) ?? 0;
  }

  write(element: string, value: string): void {
    this.values.set(element, value);
    this.changed.add(element);
    this.fresh.add(element);
    this.makeRoom(element);
  }

  /** Tests whether it was written in this session, not in earlier ones. */
  isFresh(element: string): boolean {
    return this.fresh.has(element);
  }

  private makeRoom(element: string): void {
    for (const { collection, index } of readAddress(element).steps) {
      if (index >= this.count(collection)) this.counts.set(collection, index + 1);
    }
  }

  /** Lists values written since the last `forgetChanges`. */
  changes(): [string, string][] {
    return [...this.changed].map((element): [string, string] => [element, this.values.get(element) ?? '']);
  }

  forgetChanges(): void {
    this.changed.clear();
  }

  /** Lists all values that the content wrote, now or at earlier visits. */
  all(): [string, string][] {
    return [...this.values];
  }
}
