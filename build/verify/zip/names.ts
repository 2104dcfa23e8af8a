import { type RefusalId, ZipRefusal } from './source.ts';

/** Longest name of an entry, in bytes: Windows allows 260 characters for a whole path, Linux 4096 bytes. */
const LONGEST = 1024;

/** Upper half of code page 437, which zips without the UTF-8 flag are written in. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/** Decodes a name. Without the flag it is UTF-8 if its bytes are, because most programs forget the flag. @throws ZipRefusal */
export function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const name = [...bytes].map((byte) => (byte < 128 ? String.fromCharCode(byte) : (CP437[byte - 128] ?? ''))).join('');
    if (isUtf8) throw new ZipRefusal('zip-name', name);
    return name;
  }
}

/** Finds what makes a name dangerous: it leads out of the folder that the zip is unpacked in, or no system can write it. */
function dangerIn(name: string, bytes: number): RefusalId | undefined {
  const segments = name.split(/[/\\]/);
  if (/^[/\\]|^[A-Za-z]:/.test(name) || segments.includes('..')) return 'zip-outside';
  // Control characters, among them the null byte, at which C ends a name.
  const isUnreadable = name === '' || bytes > LONGEST || /\p{Cc}/u.test(name) || /[\u202a-\u202e\u2066-\u2069]/.test(name);
  // `a//b`, `./a` and `a/./b` are other names for the same file.
  const isUnclear = segments.slice(0, -1).some((segment) => segment === '' || segment === '.') || segments.at(-1) === '.';
  return isUnreadable || isUnclear ? 'zip-name' : undefined;
}

/** @throws ZipRefusal if a name is dangerous */
export function checkName(name: string, bytes: number): void {
  const danger = dangerIn(name, bytes);
  if (danger) throw new ZipRefusal(danger, name.replace(/[\p{Cc}\p{Cf}]/gu, '�').slice(0, 120));
}
