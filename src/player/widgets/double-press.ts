/** Time (ms) within which a second press of the pointer counts as part of a double click. */
const DOUBLE = 250;

type Press = Pick<MouseEvent, 'detail' | 'timeStamp'>;

/** Finds the second press of a double click whose first press has moved something else under the pointer. */
export class DoublePress {
  #moved = Number.NEGATIVE_INFINITY;

  /** Remembers that this press has moved things. */
  moved({ timeStamp }: Press): void {
    this.#moved = timeStamp;
  }

  isSecond({ detail, timeStamp }: Press): boolean {
    return detail > 0 && timeStamp - this.#moved < DOUBLE;
  }
}
