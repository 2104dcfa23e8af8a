const TIMES = /^\s*((?:\d+:)?\d\d:\d\d[.,]\d{3})\s+-->\s+((?:\d+:)?\d\d:\d\d[.,]\d{3})/;

function seconds(time: string): number {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part.replace(',', '.')), 0);
}

/**
 * Start and end in seconds that a line of a WebVTT text gives; a comma does for the point, as in other formats of captions.
 * Undefined where it gives none, or an end that is not after the start.
 */
export function timesOf(line: string): { readonly start: number; readonly end: number } | undefined {
  const [, from = '', to = ''] = TIMES.exec(line) ?? [];
  const times = { start: seconds(from), end: seconds(to) };
  return times.end > times.start ? times : undefined;
}
