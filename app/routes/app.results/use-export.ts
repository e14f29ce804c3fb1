import { useAppBridge } from '@shopify/app-bridge-react';
import type { TableName } from '../../results/comparison-tables';
import { writeAddress, type Asked } from './address';
import { downloadFile } from '../../ui/download-file';

/** Fetches one table of the page that is shown; says so when it cannot. */
export function useExport(asked: Asked): (table: TableName) => void {
  const shopify = useAppBridge();
  return (table) => {
    downloadFile(`/app/results/export${writeAddress(asked)}&table=${table}`).catch(() =>
      shopify.toast.show('The table could not be fetched. Try again in a moment', { isError: true }),
    );
  };
}
