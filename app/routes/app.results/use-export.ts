import { useState } from 'react';
import type { TableName } from '../../results/page/comparison-tables';
import { downloadFile } from '../../ui/download-file';
import { writeAddress, type Asked } from './address';

export interface Export {
  readonly onExport: (table: TableName) => void;
  /** The table that could not be fetched the last time. */
  readonly failed: TableName | null;
}

/** Fetches one table of the page that is shown. */
export function useExport(asked: Asked): Export {
  const [failed, setFailed] = useState<TableName | null>(null);
  const onExport = (table: TableName) => {
    setFailed(null);
    downloadFile(`/app/results/export${writeAddress(asked)}&table=${table}`).catch(() => setFailed(table));
  };
  return { onExport, failed };
}
