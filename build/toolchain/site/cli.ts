import { join } from 'node:path';
import { makeSite } from './make-site.ts';

const root = join(import.meta.dirname, '../../..');
await makeSite(root, join(root, 'dist/site'));
console.log('dist/site');
