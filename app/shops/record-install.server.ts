import type { Ports } from '../ports';

/** Called after every token exchange: a new or returning shop is (re)installed and its past read; else nothing changes. */
export async function recordInstall(
  ports: Pick<Ports, 'db' | 'jobs' | 'clock'>,
  install: { domain: string; scopes: string },
): Promise<void> {
  const { domain, scopes } = install;
  const known = await ports.db.read.shop.findUnique({ where: { domain } });
  if (known && known.uninstalledAt === null && known.scopes === scopes) return;
  const installedAt = ports.clock.now();
  await ports.db.write(async (tx) => {
    const shop = await tx.shop.upsert({
      where: { domain },
      create: { domain, scopes, installedAt },
      update: { scopes, uninstalledAt: null },
    });
    await ports.jobs.enqueue(tx, { kind: 'shops.read-settings', shopId: shop.id, key: `${shop.id}` });
  });
}
