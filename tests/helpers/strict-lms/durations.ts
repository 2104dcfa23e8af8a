/** Durations are summed in whole hundredths of a second, the finest both versions know. */
const second = 100;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const twoDigits = (count: number): string => String(count).padStart(2, '0');

/** The sum of two CMITimespans, at most 9999:99:99.99 (1.2 RTE 3.4.3). Anything else counts as zero. */
export function addTimespans(left: string, right: string): string {
  const sum = readTimespan(left) + readTimespan(right);
  if (sum >= 10000 * hour) return '9999:99:99.99';
  const hours = String(Math.floor(sum / hour)).padStart(4, '0');
  const rest = sum % minute;
  return `${hours}:${twoDigits(Math.floor((sum % hour) / minute))}:${twoDigits(Math.floor(rest / second))}.${twoDigits(rest % second)}`;
}

function readTimespan(text: string): number {
  const found = /^(\d{2,4}):(\d\d):(\d\d)(\.\d{1,2})?$/.exec(text);
  if (found === null) return 0;
  const [, hours, minutes, seconds, fraction = '0'] = found;
  return Number(hours) * hour + Number(minutes) * minute + Number(seconds) * second + hundredths(fraction);
}

/** The sum of two ISO 8601 durations, in hours, minutes and seconds (2004 RTE 4.2.24). */
export function addIntervals(left: string, right: string): string {
  const sum = readInterval(left) + readInterval(right);
  const rest = sum % minute;
  const fraction = rest % second === 0 ? '' : `.${twoDigits(rest % second)}`;
  return `PT${Math.floor(sum / hour)}H${Math.floor((sum % hour) / minute)}M${Math.floor(rest / second)}${fraction}S`;
}

function readInterval(text: string): number {
  const found = /^P(\d+Y)?(\d+M)?(\d+D)?(?:T(\d+H)?(\d+M)?(?:(\d+)(\.\d{1,2})?S)?)?$/.exec(text);
  if (found === null) return 0;
  const [, years, months, days, hours, minutes, seconds, fraction = '0'] = found;
  const count = (part: string | undefined) => Number.parseInt(part ?? '0', 10);
  // A year counts as 365 days and a month as 30; no learner gets that far.
  const date = (count(years) * 365 + count(months) * 30 + count(days)) * day;
  return date + count(hours) * hour + count(minutes) * minute + count(seconds) * second + hundredths(fraction);
}

const hundredths = (fraction: string): number => Math.round(Number(fraction) * second);
