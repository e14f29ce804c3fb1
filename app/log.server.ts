import pino, { type DestinationStream, type Logger } from 'pino';
import { shownPath } from './shown-path';
import { withoutRequest, withoutSecrets } from './without-secrets';

const MOST_CAUSES = 4;

/** One JSON line per event. Personal data is never passed to it; what slips into a text or an error is cut out here. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      redact: {
        paths: ['email', '*.email', 'payload', 'req.headers', 'token', '*.accessToken'],
        remove: true,
      },
      serializers: { err: (error: unknown) => shownError(error, withoutSecrets) },
      formatters: {
        log: (fields) =>
          Object.fromEntries(
            Object.entries(fields).map(([name, value]) => [
              name,
              typeof value === 'string' ? withoutSecrets(value) : value,
            ]),
          ),
      },
      hooks: {
        logMethod(args, method) {
          // pino would take an error's own words for the line's.
          const [first, ...rest] = args as unknown[];
          const all = first instanceof Error ? [{ err: first }, first.message, ...rest] : [first, ...rest];
          const shown = all.map((arg) => (typeof arg === 'string' ? withoutSecrets(arg) : arg));
          method.apply(this, shown as Parameters<typeof method>);
        },
      },
    },
    destination ?? pino.destination(1),
  );
}

/**
 * A request that failed, for the log: where, and with which error, without anything that the request brought along.
 * @param target its address, as it came
 */
export function failureOf(error: unknown, target: string): { readonly err: unknown; readonly path: string } {
  return { err: shownError(error, (text) => withoutRequest(text, target)), path: shownPath(target) };
}

interface ShownError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string | number;
  readonly cause?: ShownError | string;
}

/** Made here already: a failed request's error passes the log once more. */
const shown = new WeakSet<ShownError>();

/** Name, words and place of an error; what else it carries may be an answer of Shopify's with anything in it. */
function shownError(error: unknown, show: (text: string) => string, depth = 0): ShownError | string {
  if (!(error instanceof Error))
    return shown.has(error as ShownError) ? (error as ShownError) : show(textOf(error));
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? error.code : undefined;
  const made = {
    type: name,
    message: show(message),
    stack: stack === undefined ? undefined : shownStack(stack, message, show),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(cause === undefined || depth >= MOST_CAUSES ? {} : { cause: shownError(cause, show, depth + 1) }),
  };
  shown.add(made);
  return made;
}

/** Where it came from is ours and stays whole; the words before it are the error's. */
function shownStack(stack: string, message: string, show: (text: string) => string): string {
  const at = stack.indexOf(message);
  if (message === '' || at < 0) return show(stack);
  return show(stack.slice(0, at + message.length)) + stack.slice(at + message.length);
}

function textOf(error: unknown): string {
  if (typeof error === 'string') return error;
  if (error instanceof Response) return `An answer with status ${error.status}`;
  return `A value that is no error (${typeof error})`;
}
