import type { Ports } from '../../ports';
import { proveMailgun, proveMail, provePostmark, proveSendgrid } from './prove-returns.server';
import { proveSes } from './prove-ses.server';
import type { PostedReturn, Proven } from './proven';
import type { ReturnWay } from './returned-mail';
import { takeReturns } from './take-returns.server';

export type Received = Exclude<Proven, { state: 'proven' }> | { readonly state: 'taken' };

const WAYS: Readonly<
  Record<
    ReturnWay,
    (ports: Pick<Ports, 'config' | 'clock' | 'limits' | 'sns'>, posted: PostedReturn) => Promise<Proven>
  >
> = {
  ses: proveSes,
  postmark: provePostmark,
  mailgun: proveMailgun,
  sendgrid: proveSendgrid,
  mail: proveMail,
};

/** Hears what a provider or a mail server posts about mails that came back. Known and unknown recipients are answered alike. */
export async function receiveReturns(
  ports: Pick<Ports, 'db' | 'jobs' | 'clock' | 'config' | 'limits' | 'sns' | 'log'>,
  way: ReturnWay,
  posted: PostedReturn,
): Promise<Received> {
  const proven = await WAYS[way](ports, posted);
  if (proven.state !== 'proven') {
    if (proven.state !== 'not-set-up')
      ports.log.warn(
        { way, state: proven.state, why: proven.why },
        'A post about returned mail was not taken',
      );
    return proven;
  }
  await takeReturns(ports, proven.returns);
  return { state: 'taken' };
}
