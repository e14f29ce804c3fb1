/**
 * Fetches a file, with the session token that App Bridge adds, and hands it to the browser to keep.
 * @param name what it is kept as; what the answer says when left out
 * @throws Error when the answer is not the file
 */
export async function downloadFile(url: string, name?: string): Promise<void> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`The export answered ${answer.status}`);
  const named = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name ?? named?.[1] ?? 'larder.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
