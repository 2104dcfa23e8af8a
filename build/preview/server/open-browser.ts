import { spawn } from 'node:child_process';
import { platform } from 'node:process';

const OPENERS: Readonly<Record<string, readonly [command: string, ...args: string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Opens an address in the user's browser. If there is none, the printed address is enough. */
export function openBrowser(url: string): void {
  const [command, ...args] = OPENERS[platform] ?? ['xdg-open'];
  const opener = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  opener.on('error', () => undefined);
  opener.unref();
}
