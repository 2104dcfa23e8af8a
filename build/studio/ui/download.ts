/** Saves bytes as a file by the browser's own download. */
export function download(name: string, bytes: Uint8Array<ArrayBuffer>, type = 'application/zip'): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
