import { escapeHtml } from '../storefront/web/escape-html';

/** The frame of the demo store's own pages: first page, inbox, editors. */
export function deskPage(page: {
  title: string;
  current: 'start' | 'inbox' | 'editor';
  main: string; // HTML
  script?: string;
}): string {
  const link = (key: string, href: string, words: string) =>
    `<a href="${href}"${page.current === key ? ' aria-current="page"' : ''}>${words}</a>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)} – Demo store</title>
<link rel="icon" href="/desk/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/desk/desk.css">
</head>
<body class="desk-${page.current}">
<header class="top"><a class="top__brand" href="/">Larder demo store</a><nav aria-label="Demo store">${link('start', '/', 'Start')}<a href="/admin">Admin</a>${link('inbox', '/inbox', 'Inbox')}</nav></header>
<main>${page.main}</main>
${page.script ? `<script src="/desk/${page.script}" defer></script>` : ''}
</body>
</html>`;
}
