/** Liquid's `paginate`, for the page that `?page=` asks for. */
export function paginate(url: URL, items: number, perPage: number) {
  const pages = Math.max(1, Math.ceil(items / perPage));
  const asked = Number(url.searchParams.get('page') ?? '1');
  const current = Number.isInteger(asked) && asked >= 1 && asked <= pages ? asked : 1;
  const link = (page: number) => {
    const query = new URLSearchParams(url.search);
    query.set('page', String(page));
    return page >= 1 && page <= pages ? { url: `${url.pathname}?${query}` } : null;
  };
  return {
    pages,
    current_page: current,
    items,
    page_size: perPage,
    previous: link(current - 1),
    next: link(current + 1),
  };
}
