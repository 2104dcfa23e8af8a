import { join } from 'node:path';
import { makeStudio } from './studio.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'dist/studio');
await makeStudio(root, folder);
console.log('dist/studio');
