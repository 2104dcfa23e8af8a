import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Number of ports tried after the first. */
const TRIES = 40;

function tryPort(server: Server, port: number, host: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const listening = (): void => {
      server.off('error', failed);
      resolve((server.address() as AddressInfo).port);
    };
    const failed = (error: NodeJS.ErrnoException): void => {
      server.off('listening', listening);
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    };
    server.once('error', failed);
    server.once('listening', listening);
    server.listen(port, host);
  });
}

/**
 * Listens on the first free port.
 * @param only true: on this port only
 * @param host address to listen on; by default for this machine only
 * @returns the port, null if none is free
 * @throws if the port may not be used at all
 */
export async function listen(server: Server, port: number, only: boolean, host = '127.0.0.1'): Promise<number | null> {
  for (let next = port; next <= Math.min(65_535, only ? port : port + TRIES); next++) {
    const found = await tryPort(server, next, host);
    if (found !== null) return found;
  }
  return null;
}
