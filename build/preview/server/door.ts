import { randomBytes } from 'node:crypto';
import { networkInterfaces } from 'node:os';

/** Access for other devices on the network. */
export interface Door {
  /** This machine's address on its network. */
  readonly address: string;
  /** Random path segment that gives access to the preview. */
  readonly key: string;
}

/** Makes a door with a new key; null if this machine is on no network. */
export function openDoor(): Door | null {
  const found = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal);
  return found ? { address: found.address, key: randomBytes(12).toString('base64url') } : null;
}

/** Makes the address to open on another device. */
export function doorUrl({ address, key }: Door, port: number): string {
  return `http://${address}:${port}/${key}`;
}
