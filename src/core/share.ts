/** Ways out of the page that the visitor's device offers. */

/** Saves a file that was made here. The link is never part of the page, and the page's policy has no say about it. */
export function downloadFile(name: string, type: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // Safari reads the file only after it has asked the visitor.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * The device's own share sheet, else the clipboard. Never throws.
 * @returns `shared` also where the visitor closed the sheet: it was their decision, and nothing is left to say
 */
export async function shareOrCopy({ title, url }: { title: string; url: string }): Promise<'shared' | 'copied' | 'failed'> {
  try {
    if (navigator.canShare?.({ title, url })) {
      await navigator.share({ title, url });
      return 'shared';
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') return 'shared';
  }
  try {
    await navigator.clipboard.writeText(url);
    return 'copied';
  } catch {
    return 'failed';
  }
}
