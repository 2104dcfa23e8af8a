import { runBundled } from '../../helpers/run-bundled.ts';

await runBundled('tests/pictures/docs/cli.ts');
