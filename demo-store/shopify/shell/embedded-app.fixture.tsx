import { Modal, NavMenu, SaveBar, TitleBar, useAppBridge } from '@shopify/app-bridge-react';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** A very small embedded app that uses every piece of App Bridge that the demo store stands in for. */
function App() {
  const shopify = useAppBridge();
  const [path, setPath] = useState(location.pathname);
  const [said, setSaid] = useState('nothing yet');
  const [dirty, setDirty] = useState(false);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const go = (event: Event) => {
      const href = (event.target as HTMLElement).getAttribute('href') ?? '';
      history.pushState(null, '', href);
      setPath(location.pathname);
    };
    addEventListener('shopify:navigate', go);
    return () => removeEventListener('shopify:navigate', go);
  }, []);

  const ask = async () => setSaid(await (await fetch('/api/shop')).text());
  const place = async () => setSaid(JSON.stringify(await shopify.app.extensions()));
  const grant = async () => {
    const { result, detail } = await shopify.scopes.request(['read_all_orders']);
    setSaid(`${result} ${detail.granted.includes('read_all_orders')}`);
  };
  return (
    <>
      <NavMenu>
        <a href="/app" rel="home">
          Home
        </a>
        <a href="/app/results">Results</a>
      </NavMenu>
      <TitleBar title={`Page ${path}`}>
        <button onClick={() => setSaid('exported')}>Export</button>
        <button variant="primary" onClick={() => setOpen(true)}>
          Add note
        </button>
      </TitleBar>
      <SaveBar open={dirty} discardConfirmation>
        <button
          variant="primary"
          onClick={() => {
            setDirty(false);
            setSaid('saved');
          }}
        ></button>
        <button onClick={() => setDirty(false)}></button>
      </SaveBar>
      <Modal open={open} onHide={() => setOpen(false)}>
        <p>A note for later</p>
        <TitleBar title="New note">
          <button variant="primary" onClick={() => setSaid('noted')}>
            Keep
          </button>
        </TitleBar>
      </Modal>
      <p id="said">{said}</p>
      <button onClick={ask}>Ask the app</button>
      <button onClick={place}>Ask for extensions</button>
      <button onClick={grant}>Ask for history</button>
      <button onClick={() => setDirty(true)}>Change something</button>
      <button onClick={() => void shopify.saveBar.leaveConfirmation().then(() => setSaid('left'))}>
        Leave
      </button>
      <button onClick={() => shopify.toast.show('It is done')}>Toast</button>
      <a href="https://larder-demo.myshopify.com/admin/customers" target="_top">
        Customers
      </a>
    </>
  );
}

createRoot(document.body.appendChild(document.createElement('main'))).render(<App />);
