import { colours } from './colours.ts';
import type { CommandContext } from './context.ts';
import { visible } from './frames.ts';
import { strings } from './strings.ts';

/** Shows why a command did nothing, or prints it as JSON. @returns the exit code 1 */
export function complain(errors: readonly string[], { json = false }: { readonly json?: boolean }, context: CommandContext): 1 {
  if (json) context.print(JSON.stringify({ errors }, null, 2));
  else for (const error of errors) context.complain(`${colours.red(strings[context.language].error)} ${visible(error)}`);
  return 1;
}
