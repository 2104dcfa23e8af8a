import { openServer } from '../helpers/browser.ts';

/** Starts the browser that the test files share, and leaves its address in the environment. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await openServer();
  process.env.CARTABLE_BROWSER_SERVER = server.wsEndpoint();
  return () => server.close();
}
