// Says how many tests ran, in the one line that continuous integration looks for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const report = JSON.parse(readFileSync(join(import.meta.dirname, '../../.cartable/tests.json'), 'utf8'));
console.log(`${report.numPassedTests} passed, ${report.numFailedTests} failed`);
