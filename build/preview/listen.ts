import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How many ports after the first are tried. */
const TRIES = 40;

function tryPort(server: Server, port: number, host: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    };
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/**
 * Listens on the first port that is free.
 * @param only true: on this port or on none
 * @param host where it is reached; by default from this machine only
 * @returns the port, null where none is free
 * @throws where the port may not be used at all
 */
export async function listen(server: Server, port: number, only: boolean, host = '127.0.0.1'): Promise<number | null> {
  for (let next = port; next <= Math.min(65_535, only ? port : port + TRIES); next++) {
    const found = await tryPort(server, next, host);
    if (found !== null) return found;
  }
  return null;
}
