import { useAppBridge } from '@shopify/app-bridge-react';
import { useEffect, useRef, useState } from 'react';
import { checkFile } from './check-file';
import { sendFile } from './send-file';

/** A file on its way. */
export interface Upload {
  readonly id: number;
  readonly name: string;
  /** From 0 to 1; null while it waits for its turn. */
  readonly share: number | null;
  /** Why it was not taken. */
  readonly problem: string | null;
}

/** Sends files one after the other, each checked before it leaves. `onUploaded` is called after each that was taken. */
export function useUploads(onUploaded: () => void) {
  const shopify = useAppBridge();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const queue = useRef<{ id: number; file: File }[]>([]);
  const current = useRef<{ id: number; abort: AbortController } | null>(null);
  const ids = useRef(0);

  const change = (id: number, to: Partial<Upload>) =>
    setUploads((before) => before.map((upload) => (upload.id === id ? { ...upload, ...to } : upload)));
  const dismiss = (id: number) => setUploads((before) => before.filter((upload) => upload.id !== id));

  const work = async () => {
    if (current.current) return;
    for (let next = queue.current.shift(); next; next = queue.current.shift()) {
      const { id, file } = next;
      const abort = new AbortController();
      current.current = { id, abort };
      change(id, { share: 0 });
      const problem =
        (await checkFile(file)) ??
        (await sendFile(file, {
          token: await shopify.idToken(),
          signal: abort.signal,
          onShare: (share) => change(id, { share }),
        }));
      current.current = null;
      if (problem === null || abort.signal.aborted) dismiss(id);
      else change(id, { problem });
      if (problem === null) onUploaded();
    }
  };

  // A page that is left mid-upload would lose the file: the browser asks first.
  const isBusy = uploads.some((upload) => upload.problem === null);
  useEffect(() => {
    if (!isBusy) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [isBusy]);

  const add = (files: readonly File[]) => {
    const added = files.map((file) => ({ id: (ids.current += 1), file }));
    queue.current.push(...added);
    const rows = added.map(({ id, file }) => ({ id, name: file.name, share: null, problem: null }));
    setUploads((before) => [...before, ...rows]);
    void work();
  };
  const cancel = (id: number) => {
    queue.current = queue.current.filter((waiting) => waiting.id !== id);
    if (current.current?.id === id) current.current.abort.abort();
    else dismiss(id);
  };
  return { uploads, add, cancel, dismiss };
}
