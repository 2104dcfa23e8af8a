import { runBundled } from '../helpers/run-bundled.ts';

// The comparison of visits: see `visits-cli.ts`.
await runBundled('tests/contract/visits-cli.ts');
