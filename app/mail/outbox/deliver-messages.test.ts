import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { deliverInTests, DAY, NINE } from '../../../test/support/deliver-in-tests';
import { COFFEE } from '../../../test/support/reminder-world';

const here = deliverInTests();
const { messages, reminders, deliver, planAt } = here;

describe('a reminder on its day', () => {
  it('goes out at nine in the shop’s zone, with all that a mail needs', async () => {
    await here.world.remind({ orderId: 1n, remindOn: DAY, email: 'Ada@example.test' });
    await here.world.live(`${DAY}T08:59:00Z`);
    expect(here.smtp.received).toHaveLength(0);
    await here.world.live(NINE);
    const [mail] = await here.smtp.parsed();
    expect(mail).toMatchObject({
      subject: 'Your reminder: House blend',
      from: { name: 'Corner', address: 'reminders@larder.example' },
      to: [{ address: 'Ada@example.test' }],
    });
    for (const body of [mail?.text ?? '', (mail?.html ?? '').replaceAll('&amp;', '&')]) {
      expect(body).toContain('House blend');
      expect(body).toContain('250 g');
      expect(body).toContain('£7.50');
      expect(body).toContain('12 November');
      expect(body).toContain('Corner Ltd, 1 High Street, London');
      expect(body).toContain(`https://corner.myshopify.com/cart/${COFFEE.variantId}:1?storefront=true`);
      expect(body).toMatch(/https:\/\/larder\.example\.test\/mail\/snooze\/[\w-]+/);
    }
    expect(mail?.html).toContain(`https://cdn.example.test/${COFFEE.variantId}.png`);
    const header = (name: string) => mail?.headers.find(({ key }) => key === name)?.value;
    expect(header('list-unsubscribe')).toMatch(
      /^<https:\/\/larder\.example\.test\/mail\/unsubscribe\/[\w-]+>$/,
    );
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(await messages()).toMatchObject([{ state: 'sent', reason: null, attempts: 1 }]);
    expect(await reminders()).toMatchObject([{ state: 'sent', endReason: null }]);
  });

  it.each([
    ['en', 'Choose'],
    ['de', 'Auswählen'],
    ['fr', 'Choisir'],
  ])('leads to the product’s page where a selling plan must be chosen first (%s)', async (locale, word) => {
    await here.world.remind({ orderId: 1n, remindOn: DAY });
    await here.world.ports.db.write((tx) => tx.prisma.reminder.updateMany({ data: { locale } }));
    here.world.variants.set(COFFEE.variantId, { byPlanOnly: true });
    await here.world.live(NINE);
    const [mail] = await here.smtp.parsed();
    const page = `https://corner.myshopify.com/products/house-blend?variant=${COFFEE.variantId}`;
    expect(mail?.text).toContain(`${word}: ${page}`);
    const links = [...new JSDOM(mail?.html || '').window.document.querySelectorAll('a')];
    expect(links.find((link) => link.textContent?.includes(word))?.href).toBe(page);
    expect(`${mail?.text}${mail?.html}`).not.toContain('/cart/');
  });

  it('does not name sensitive goods where others may read over the shoulder', async () => {
    await here.world.remind({ orderId: 1n, remindOn: DAY });
    await here.world.ports.db.write((tx) => tx.prisma.product.updateMany({ data: { isSensitive: true } }));
    await here.world.live(NINE);
    expect((await here.smtp.parsed())[0]?.subject).toBe('Your reminder from Corner');
  });

  it('speaks the shopper’s language', async () => {
    await here.world.remind({ orderId: 1n, remindOn: DAY });
    await here.world.ports.db.write((tx) => tx.prisma.reminder.updateMany({ data: { locale: 'de-DE' } }));
    await here.world.live(NINE);
    const [mail] = await here.smtp.parsed();
    expect(mail?.subject).toBe('Ihre Erinnerung: House blend');
    expect(mail?.text).toContain('12. November');
    expect(mail?.text).toContain('7,50');
  });

  it('waits for the quiet hours to end when the sender was away', async () => {
    await here.world.remind({ orderId: 1n, remindOn: DAY });
    await planAt(`${DAY}T22:30:00Z`);
    await here.world.ports.runJobs(here.world.handlers);
    expect(await messages()).toMatchObject([{ state: 'planned', reason: 'quiet-hours' }]);
    await here.world.live('2026-12-13T08:00:00Z');
    expect(here.smtp.received).toHaveLength(1);
  });

  it('is dropped when the sender was away for too long', async () => {
    await here.world.remind({ orderId: 1n, remindOn: DAY });
    await planAt('2026-12-22T12:00:00Z');
    await deliver();
    expect(await messages()).toMatchObject([{ state: 'skipped', reason: 'too-late' }]);
    expect(await reminders()).toMatchObject([{ state: 'expired', endReason: 'too-late' }]);
  });
});
