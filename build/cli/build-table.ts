import type { Language } from '../diagnostics/format.ts';
import type { PackageReport } from '../model/report.ts';
import { strings } from './strings.ts';

function kilobytes(bytes: number, language: Language): string {
  const [unit, space] = language === 'fr' ? ['Ko', '\u202f'] : ['kB', ','];
  // Without `Intl`, whose first use takes 10 ms.
  return `${String(Math.round(bytes / 1024)).replace(/\B(?=(\d{3})+$)/g, space)} ${unit}`;
}

/** Makes the table at the end of a build: one line for each package, with its course if there are several. */
export function buildTable(packages: readonly PackageReport[], language: Language): string {
  const w = strings[language];
  const several = new Set(packages.map(({ course }) => course)).size > 1;
  const rows = packages.map((report) => [
    ...(several ? [report.course] : []),
    report.module ?? w.whole,
    report.target,
    report.cohort ?? w.base,
    kilobytes(report.bytes, language),
    `${report.state.marks + report.state.texts} / ${report.state.limit}`,
    String(report.warnings.length || ''),
  ]);
  const size = several ? 4 : 3;
  const table = [[...(several ? [w.course] : []), w.module, w.target, w.cohort, w.size, w.state, w.warnings], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = table.map((row) =>
    row
      .map((cell, column) => (column === size ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return [lines[0], widths.map((width) => '─'.repeat(width)).join('  '), ...lines.slice(1)].join('\n');
}
