const BROKE_OFF = 'The upload broke off. Check the connection and upload the file again.';

/**
 * Sends a file as it lies on the disk, without reading it into memory. XMLHttpRequest, because fetch tells no progress;
 * App Bridge gives its token to fetch alone, so that it is set here.
 * @returns what is wrong with it; null when it was taken
 */
export function sendFile(
  file: File,
  { token, signal, onShare }: { token: string; signal: AbortSignal; onShare: (share: number) => void },
): Promise<string | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/app/history/upload?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.setRequestHeader('content-type', 'text/csv');
    request.upload.onprogress = ({ loaded }) =>
      onShare(file.size === 0 ? 1 : Math.min(1, loaded / file.size));
    request.onload = () => resolve(readProblem(request));
    request.onerror = () => resolve(BROKE_OFF);
    request.onabort = () => resolve(BROKE_OFF);
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function readProblem(request: XMLHttpRequest): string | null {
  try {
    const { problem } = JSON.parse(request.responseText) as { problem: string | null };
    return problem;
  } catch {
    return `The server answered ${request.status}. Reload the page and upload the file again.`;
  }
}
