/** Path of Firefox. @throws if there is none */
export function findFirefox(): string;
