import { runBundled } from '../helpers/run-bundled.ts';

await runBundled('tests/soak/cli.ts');
