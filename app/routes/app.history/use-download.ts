import { useState } from 'react';
import { downloadFile } from '../../ui/download-file';

/** Fetches a file with the session token, which a plain link would not carry, and hands it to the browser to keep. */
export function useDownload(url: string, name: string) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const download = async () => {
    setState('busy');
    try {
      await downloadFile(url, name);
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  return { isBusy: state === 'busy', hasFailed: state === 'failed', download };
}
