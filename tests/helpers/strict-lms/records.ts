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

/** Modules write the same elements again and again. */
const addresses = new Map<string, Address>();

/** Reads an element's name; says nothing on whether it exists. */
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
 * The elements of one session: what the LMS gives (not kept with the attempt) below what the content wrote.
 * Counts and changes are kept up to date at each write, since modules write thousands of elements.
 */
export class Records {
  private readonly given: ReadonlyMap<string, string>;
  private readonly values: Map<string, string>;
  private readonly counts = new Map<string, number>();
  private readonly changed = new Set<string>();
  private readonly fresh = new Set<string>();

  /**
   * @param given what the LMS says at launch
   * @param resumed what is left of earlier visits, above it
   */
  constructor(given: Record<string, string>, resumed: Record<string, string>) {
    this.given = new Map(Object.entries(given));
    this.values = new Map(Object.entries(resumed));
    for (const element of [...this.given.keys(), ...this.values.keys()]) this.makeRoom(element);
  }

  value(element: string): string | undefined {
    return this.values.get(element) ?? this.given.get(element);
  }

  /** Records in a collection, `cmi.interactions`. */
  count(collection: string): number {
    return this.counts.get(collection) ?? 0;
  }

  write(element: string, value: string): void {
    this.values.set(element, value);
    this.changed.add(element);
    this.fresh.add(element);
    this.makeRoom(element);
  }

  /** Whether it was written in this session: what earlier ones left does not count. */
  isFresh(element: string): boolean {
    return this.fresh.has(element);
  }

  private makeRoom(element: string): void {
    for (const { collection, index } of readAddress(element).steps) {
      if (index >= this.count(collection)) this.counts.set(collection, index + 1);
    }
  }

  /** What was written since the changes were last forgotten. */
  changes(): [string, string][] {
    return [...this.changed].map((element): [string, string] => [element, this.values.get(element) ?? '']);
  }

  forgetChanges(): void {
    this.changed.clear();
  }

  /** All that the content wrote, now or at earlier visits. */
  all(): [string, string][] {
    return [...this.values];
  }
}
