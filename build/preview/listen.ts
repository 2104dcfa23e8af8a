import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How many ports after the first are tried. */
const TRIES = 40;

function tryPort(server: Server, port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    };
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/**
 * Listens on this machine only, on the first port that is free.
 * @param only true: on this port or on none
 * @returns the port, null where none is free
 * @throws where the port may not be used at all
 */
export async function listen(server: Server, port: number, only: boolean): Promise<number | null> {
  for (let next = port; next <= Math.min(65_535, only ? port : port + TRIES); next++) {
    const found = await tryPort(server, next);
    if (found !== null) return found;
  }
  return null;
}
