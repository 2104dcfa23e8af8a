import type { Plugin } from 'esbuild';

/**
 * Commander can start other programs, but Cartable's commands are all its own. What that would need of Node is left out: to load it
 * took 5 ms of each start.
 */
export function withoutChildProcesses(): Plugin {
  return {
    name: 'without-child-processes',
    setup(setup) {
      setup.onResolve({ filter: /^node:child_process$/ }, (args) =>
        /[\\/]commander[\\/]/.test(args.importer) ? { path: 'none', namespace: 'left-out' } : undefined,
      );
      setup.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
    },
  };
}
