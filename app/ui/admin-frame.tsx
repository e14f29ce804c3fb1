import { Link, useNavigate } from '@remix-run/react';
import { NavMenu } from '@shopify/app-bridge-react';
import { AppProvider } from '@shopify/polaris';
import english from '@shopify/polaris/locales/en.json';
import { forwardRef, useEffect, type ComponentProps, type ReactNode } from 'react';

const PAGES = [
  { url: '/app/modules', title: 'Modules' },
  { url: '/app/consumables', title: 'Consumables' },
  { url: '/app/reminders', title: 'Mail' },
  { url: '/app/letters', title: 'Letters' },
  { url: '/app/results', title: 'Results' },
  { url: '/app/insights', title: 'Insights' },
  { url: '/app/settings', title: 'Settings' },
];

/** Everything inside Shopify's admin: Polaris, the app's menu, and links that stay in the frame. */
export function AdminFrame({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  useEffect(() => {
    const follow = (event: Event) => {
      const href = event.target instanceof Element ? event.target.getAttribute('href') : null;
      if (href) navigate(href);
    };
    document.addEventListener('shopify:navigate', follow);
    return () => document.removeEventListener('shopify:navigate', follow);
  }, [navigate]);

  return (
    <AppProvider i18n={english} linkComponent={FrameLink as LinkLike}>
      <NavMenu>
        <a href="/app" rel="home">
          Larder
        </a>
        {PAGES.map(({ url, title }) => (
          <a key={url} href={url}>
            {title}
          </a>
        ))}
      </NavMenu>
      <main>{children}</main>
    </AppProvider>
  );
}

type LinkLike = ComponentProps<typeof AppProvider>['linkComponent'];

interface FrameLinkProps extends Omit<ComponentProps<'a'>, 'ref'> {
  readonly url: string;
  /** Polaris says it of links into a new tab, which `target` says already. */
  readonly external?: boolean;
}

/** Polaris links go through the router; what leads out of the app is a plain link out of the frame. */
const FrameLink = forwardRef<HTMLAnchorElement, FrameLinkProps>(function FrameLink(props, ref) {
  const { url, ...rest } = props;
  delete rest.external;
  if (/^[a-z]+:/i.test(url)) return <a target="_top" {...rest} ref={ref} href={url} />;
  return <Link {...rest} ref={ref} to={url} />;
});
