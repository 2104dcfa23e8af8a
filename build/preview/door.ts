import { randomBytes } from 'node:crypto';
import { networkInterfaces } from 'node:os';

/** The way in for other devices on the network. */
export interface Door {
  /** This machine's address on its network. */
  readonly address: string;
  /** Random path segment. Who opens it may see the preview. */
  readonly key: string;
}

/** Opens a door with a new key; null where this machine is on no network. */
export function openDoor(): Door | null {
  const found = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal);
  return found ? { address: found.address, key: randomBytes(12).toString('base64url') } : null;
}

/** Address to open on another device. */
export function doorUrl({ address, key }: Door, port: number): string {
  return `http://${address}:${port}/${key}`;
}
