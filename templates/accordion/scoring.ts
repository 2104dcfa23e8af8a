export type { Seen as Answer, SeenOptions as Options } from '../../src/model/seen.ts';
export { largestSeen as largest, reportSeen as report, scoreSeen as score, slotsSeen as slots } from '../../src/model/seen.ts';
