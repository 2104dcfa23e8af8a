/**
 * Kinds of data that a 2004 package may leave out so that a closing tab can send the rest. They are dropped in this order.
 * The codebook has all of them, except the two times of an answer.
 */
export const givesWay = ['weighting', 'latency', 'timestamp', 'description', 'patterns', 'objective-texts', 'competencies'] as const;

export type Thrift = (typeof givesWay)[number];

/** Bytes that Moodle can send when a tab is closed, by the limit of `sendBeacon` (moodle.md 36). */
export const beaconLimit = 64 * 1024;

/** Bytes that a closing 2004 page should send at most. The rest is room for the last answer and for a longer boundary. */
export const leavingLimit = 60 * 1024;

/** Overhead (bytes) of each form field: boundary, header and line ends, as in Chromium and Safari. */
const WRAPPING = 87;

/** Bytes of Moodle's own fields (ids, session key, attempt, total time) and of the body's end; 750 on a large site. */
export const aroundFields = 800;

/** Counts the bytes of a text in UTF-8. */
function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) bytes++;
    // Each half of a surrogate pair is two bytes.
    if (code > 0x7ff && (code < 0xd800 || code > 0xdfff)) bytes++;
  }
  return bytes;
}

/** Counts the bytes of an element in Moodle's beacon. Moodle writes two underscores for each point of a name. */
export function fieldBytes(element: string, value: string): number {
  return WRAPPING + element.length + element.split('.').length - 1 + utf8Length(value);
}
