export interface ExportOptions {
  readonly to: 'moodle-xml' | 'gift';
  readonly out?: string;
  readonly json?: boolean;
}
export async function runExport(_s: string, _o: ExportOptions, _c: unknown): Promise<number> {
  return 0;
}
