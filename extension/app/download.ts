/** Hands `blob` to the browser's downloads. */
export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has to have opened it before it is let go.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
