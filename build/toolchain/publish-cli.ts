import { join } from 'node:path';
import { publishAll } from './publish.ts';

const reasons = publishAll(join(import.meta.dirname, '../..'), process.argv[2] ?? '');
if (reasons.length > 0) console.log(`Nothing was published. First:\n${reasons.map((reason) => `- ${reason}`).join('\n')}`);
process.exitCode = reasons.length > 0 ? 1 : 0;
