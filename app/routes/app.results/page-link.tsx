import { Button, TextField } from '@shopify/polaris';
import { useState } from 'react';

/** The address of exactly this page, to keep or to send to a colleague. */
export function PageLink({ link }: { link: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    // Where the browser forbids it, the address can still be taken by hand.
    navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <TextField
      label="Link to exactly this page"
      autoComplete="off"
      readOnly
      selectTextOnFocus
      value={link}
      connectedRight={<Button onClick={copy}>{isCopied ? 'Copied' : 'Copy'}</Button>}
    />
  );
}
