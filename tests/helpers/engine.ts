import { join } from 'node:path';
import { nodeEngine } from '../../build/host/node/engine.ts';

/** The soak is bundled into another folder, and runs from this one as all tests do. */
const root = process.cwd();

/** The engine, with the pieces of the program built for the tests. */
export const engine = nodeEngine(root, join(root, '.cartable/program'));
