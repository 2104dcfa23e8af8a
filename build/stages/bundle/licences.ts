import type { Target } from '../../../src/model/course/course.ts';
import type { PieceIndex } from '../../host/engine.ts';

const HEAD = `Ce paquet contient le travail des projets suivants, chacun sous sa licence.
This package contains the work of the following projects, each under its own licence.
`;

const SCHEMAS = `XML: *.xsd, *.dtd

ADL, IMS Global Learning Consortium, W3C. Their notices stand in the files themselves.
`;

const LINE = `\n${'-'.repeat(80)}\n\n`;

/**
 * Makes `licences.txt`: only the licences of code in the package.
 * @param files pieces and libraries in the package
 */
export function licencesFor(files: readonly string[], target: Target, { libraries, notices }: PieceIndex): string {
  const names = [...new Set(['Cartable', 'Lucide', ...files.flatMap((file) => libraries[file] ?? []).sort()])];
  return [HEAD, ...names.map((name) => notices[name] ?? ''), ...(target === 'web' ? [] : [SCHEMAS])].join(LINE);
}
