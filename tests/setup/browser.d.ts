/** Path of Chrome, Chromium or Edge; undefined where there is none. */
export function findBrowser(): string | undefined;
