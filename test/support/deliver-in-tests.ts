/** A shop with reminders, a deliverer and a real SMTP server, for each test anew. */
import { afterEach, beforeEach } from 'vitest';
import { createMailer } from '../../app/email/mailer.server';
import { MAIL_KINDS } from '../../app/mail-kinds.server';
import { deliverMessages } from '../../app/mail/outbox/deliver-messages.server';
import { planReminders } from '../../app/reminders/plan-reminders.server';
import { makeReminderWorld, type ReminderWorld } from './reminder-world';
import { startTestSmtp, type TestSmtp } from './test-smtp';

export const DAY = '2026-12-12';
export const NINE = `${DAY}T09:00:00Z`;

export function deliverInTests() {
  let smtp: TestSmtp;
  let mailer: ReturnType<typeof createMailer>;
  let world: ReminderWorld;

  beforeEach(async () => {
    smtp = await startTestSmtp();
    mailer = createMailer({ smtpUrl: smtp.url, mailDir: '' });
    world = await makeReminderWorld({ mailer });
  });
  afterEach(async () => {
    await world.ports.close();
    mailer.close();
    await smtp.close();
  });

  return {
    get smtp() {
      return smtp;
    },
    get mailer() {
      return mailer;
    },
    get world() {
      return world;
    },
    messages: () => world.ports.db.read.prisma.message.findMany({ orderBy: { id: 'asc' } }),
    reminders: () => world.ports.db.read.prisma.reminder.findMany({ orderBy: { id: 'asc' } }),
    deliver: () => deliverMessages(world.ports, MAIL_KINDS),
    /** Brings the clock to nine on the day, with everything planned and nothing delivered yet. */
    async planAt(instant = NINE): Promise<void> {
      world.ports.clock.advance(new Date(instant).getTime() - world.ports.clock.now().getTime());
      await planReminders(world.ports);
    },
  };
}
