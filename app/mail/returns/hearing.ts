import type { MailReturnsConfig } from '../../mail-config';

/** Whether there is any way by which a complaint could be heard. Where there is none, that nobody complained says nothing. */
export function hearsComplaints(returns: MailReturnsConfig): boolean {
  const { imapUrl, secret, sesTopic, postmark, mailgunKey, sendgridKey } = returns;
  return [imapUrl, secret, sesTopic, postmark, mailgunKey, sendgridKey].some((way) => way !== null);
}
