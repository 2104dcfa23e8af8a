import { spawn } from 'node:child_process';
import { platform } from 'node:process';

const OPENERS: Readonly<Record<string, readonly [command: string, ...args: string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Returns the command that opens an address on a system, with its arguments. */
export function openerOf(system: string, url: string): readonly [command: string, args: readonly string[]] {
  const [command, ...args] = OPENERS[system] ?? ['xdg-open'];
  return [command, [...args, url]];
}

/** Opens an address in the user's browser. If there is none, the printed address is enough. */
export function openBrowser(url: string): void {
  const [command, args] = openerOf(platform, url);
  const opener = spawn(command, args, { stdio: 'ignore', detached: true });
  opener.on('error', () => undefined);
  opener.unref();
}
