import { Session } from '@shopify/shopify-api';
import { PrismaSessionStorage } from '@shopify/shopify-app-session-storage-prisma';
import type { SessionStorage } from '@shopify/shopify-app-session-storage';
import type { PrismaClient } from '@prisma/client';
import type { Database, Seals } from '../ports';

const SECRETS = ['accessToken', 'refreshToken'] as const;
/** Long ago, so that whoever looks at the session renews it. */
const EXPIRED = new Date(0);

/**
 * Shopify's session storage on our database: its writes pass the gate like every other, its reads do not wait for it. Tokens
 * are sealed, and nothing is kept of the member of staff who opened Larder.
 */
export async function createSessionStorage(db: Database, seals: Seals): Promise<SessionStorage> {
  const reading = new PrismaSessionStorage(db.read.prisma as PrismaClient);
  const writing = await db.writePlain(async (client) => new PrismaSessionStorage(client));
  await Promise.all([reading.isReady(), writing.isReady()]);
  const load = (stored: Session) =>
    withRenewal(withSecrets(stored, (text, place) => seals.open(text, place)));
  return {
    storeSession: (session) =>
      db.writePlain(() =>
        writing.storeSession(withoutStaff(withSecrets(session, (text, place) => seals.seal(text, place)))),
      ),
    async loadSession(id) {
      const stored = await reading.loadSession(id);
      return stored && load(stored);
    },
    deleteSession: (id) => db.writePlain(() => writing.deleteSession(id)),
    deleteSessions: (ids) => db.writePlain(() => writing.deleteSessions(ids)),
    findSessionsByShop: async (shop) => (await reading.findSessionsByShop(shop)).map(load),
  };
}

/** A shop's tokens go, whether or not their key is here to open them. */
export async function endSessions(db: Database, shopDomain: string): Promise<void> {
  await db.write((tx) => tx.prisma.session.deleteMany({ where: { shop: shopDomain } }));
}

function withSecrets(session: Session, change: Seals['seal']): Session {
  const copy = new Session(session.toObject());
  for (const column of SECRETS) {
    const text = session[column];
    const place = { table: 'Session', column, shop: session.shop, row: session.id };
    if (text) copy[column] = change(text, place);
  }
  return copy;
}

function withoutStaff(session: Session): Session {
  delete session.onlineAccessInfo;
  return session;
}

/**
 * An app that moved to expiring tokens may hold a session that does not say when its token ends, or one whose token was
 * refused: what can be renewed and is not known to be good counts as expired.
 */
function withRenewal(session: Session): Session {
  if (session.refreshToken && (!session.expires || !session.accessToken)) session.expires = EXPIRED;
  return session;
}
