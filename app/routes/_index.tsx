import { redirect, type LoaderFunctionArgs } from '@remix-run/node';

/** Shopify opens the app's address with the shop in the query; everybody else learns where to find Larder. */
export async function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  if (url.searchParams.has('shop')) throw redirect(`/app${url.search}`);
  return null;
}

export default function Index() {
  return (
    <main>
      <h1>Larder</h1>
      <p>Larder is an app for Shopify shops. Open it from the Apps page of your Shopify admin.</p>
    </main>
  );
}
