import { SaveBar } from '@shopify/app-bridge-react';
import { useLeaveGuard } from './use-leave-guard';

interface UnsavedBarProps {
  readonly id: string;
  readonly isDirty: boolean;
  readonly isBusy: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** The admin's save bar, as long as something is typed and not kept. */
export function UnsavedBar({ id, isDirty, isBusy, onSave, onDiscard }: UnsavedBarProps) {
  useLeaveGuard(isDirty);
  return (
    <SaveBar id={id} open={isDirty} discardConfirmation>
      {/* App Bridge reads these attributes off the button itself. */}
      <button variant="primary" onClick={onSave} loading={isBusy ? '' : undefined} />
      <button onClick={onDiscard} disabled={isBusy} />
    </SaveBar>
  );
}
