const TIMES = /^\s*((?:\d+:)?\d\d:\d\d[.,]\d{3})\s+-->\s+((?:\d+:)?\d\d:\d\d[.,]\d{3})/;

function seconds(time: string): number {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part.replace(',', '.')), 0);
}

/**
 * Parses start and end (seconds) from a line of WebVTT; a comma is accepted for the point, as in other caption formats.
 * Undefined if there are none, or if the end isn't after the start.
 */
export function timesOf(line: string): { readonly start: number; readonly end: number } | undefined {
  const [, from = '', to = ''] = TIMES.exec(line) ?? [];
  const times = { start: seconds(from), end: seconds(to) };
  return times.end > times.start ? times : undefined;
}
