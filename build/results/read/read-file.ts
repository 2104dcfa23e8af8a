import { DESCRIPTION } from '../../model/package.ts';
import type { Found, Message, SourceFile, Table } from '../model.ts';
import { isCutOff, readAttempts } from './attempts.ts';
import { readCodebook } from './codebook.ts';
import { readCompletion, readGrades } from './course-reports.ts';
import { decodeText } from './decode.ts';
import { readDelimited } from './delimited.ts';
import { readDetails, readJsonDetails } from './details.ts';
import { readPackage } from './package.ts';
import { readOds, readXlsx } from './workbook.ts';
import { isZip, namesIn } from './zip.ts';

const UNKNOWN: Found = { kind: 'unknown' };

/** Matches file names of spreadsheets and of texts with values. */
const SPREADSHEET = /\.(?:xlsx|ods)$/i;
const TEXT = /\.(?:csv|txt|tsv|json)$/i;

function fromTable(table: Table, file: string): Found {
  const codebooks = readCodebook(table, file);
  if (codebooks) return { kind: 'codebook', codebooks };
  const details = readDetails(table, file);
  if (details) return { kind: 'details', details };
  const attempts = readAttempts(table, file);
  if (attempts) return { kind: 'attempts', attempts };
  const grades = readGrades(table);
  if (grades) return { kind: 'grades', ...grades };
  const completions = readCompletion(table);
  return completions ? { kind: 'completion', completions } : UNKNOWN;
}

async function fromZip({ name, bytes }: SourceFile): Promise<Found> {
  const names = namesIn(bytes);
  if (names.includes(DESCRIPTION)) {
    const facts = readPackage(bytes, name);
    return facts ? { kind: 'package', facts } : UNKNOWN;
  }
  if (names.includes('xl/workbook.xml')) return fromTable(await readXlsx(bytes), name);
  return names.includes('content.xml') ? fromTable(readOds(bytes), name) : UNKNOWN;
}

function fromText({ name, bytes }: SourceFile, broken: () => void): Found {
  const text = decodeText(bytes);
  if (/^\ufeff?\s*[[{]/.test(text)) {
    const details = readJsonDetails(text.replace(/^\ufeff/, ''), name);
    if (details) return { kind: 'details', details };
  }
  const table = readDelimited(text);
  if (!isCutOff(table)) return fromTable(table, name);
  broken();
  return UNKNOWN;
}

/**
 * Reads a file and finds out what it is, by its structure.
 * @param broken called with a sentence if the file is damaged or was cut off
 */
export async function readFile(file: SourceFile, broken: (message: Message) => void): Promise<Found> {
  if (file.bytes.length === 0) return UNKNOWN;
  const fail = (): void => broken({ key: 'error.broken', values: { file: file.name } });
  if (!isZip(file.bytes) && !SPREADSHEET.test(file.name)) return TEXT.test(file.name) ? fromText(file, fail) : UNKNOWN;
  try {
    return await fromZip(file);
  } catch {
    fail();
    return UNKNOWN;
  }
}
