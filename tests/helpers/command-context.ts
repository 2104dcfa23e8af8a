import { join } from 'node:path';
import type { CommandContext } from '../../build/cli/context.ts';
import { engine } from './engine.ts';
import { root } from './examples-project.ts';

/** Makes the context of a command in a project, in French unless `more` says otherwise, and collects what it writes. */
export function commandContext(project: string, more: Partial<CommandContext> = {}) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const context: CommandContext = {
    root,
    program: join(root, '.cartable/program'),
    engine,
    readTypes: async () => engine,
    project,
    modules: join(project, 'modules'),
    types: join(project, 'types'),
    folders: [project],
    language: 'fr',
    command: (args) => `cartable ${args}`,
    print: (text) => void printed.push(text),
    complain: (text) => void complaints.push(text),
    progress: () => {},
    ...more,
  };
  return { context, printed, complaints };
}
