export type { Seen as Answer } from '../../src/model/state/seen.ts';
export { largestSeen as largest, reportSeen as report, scoreSeen as score, slotsSeen as slots } from '../../src/model/state/seen.ts';
