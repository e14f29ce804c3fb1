import { z } from 'zod';
import { checkDkim, mailConfigOf, mailFields, type MailConfig } from './mail-config';
import { mustBe } from './must-be';
import { HOW_TO_MAKE_A_KEY, parseKeys, type KeyRing } from './sealing/key-ring';

type Environment = Readonly<Record<string, string | undefined>>;

const keys = z
  .string({ error: `is missing: it encrypts what is personal or secret. ${HOW_TO_MAKE_A_KEY}` })
  .transform((text, context): KeyRing => {
    const parsed = parseKeys(text);
    if (parsed.ok) return parsed.keys;
    context.addIssue({ code: 'custom', message: parsed.problem });
    return z.NEVER;
  });

const THIS_MACHINE: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

function isOnThisMachine(url: string | undefined): boolean {
  return url !== undefined && URL.canParse(url) && THIS_MACHINE.includes(new URL(url).hostname);
}

/** Customers, Shopify and the theme come in at this address: in clear only where nobody stands between. */
function isAppAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, href, origin } = new URL(url);
  return href === `${origin}/` && (protocol === 'https:' || (protocol === 'http:' && isOnThisMachine(url)));
}

function isMailServer(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return (protocol === 'smtp:' || protocol === 'smtps:') && hostname !== '';
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
const A_PORT = mustBe('a port, from 0 to 65535');
const AN_INSTANT = mustBe('an instant in milliseconds');
const A_MAIL_SERVER = mustBe('smtp://user:password@host:port, or smtps://');
const SENDER = z.email(mustBe('the address that mail comes from, such as reminders@your-domain.com'));
const SCOPE_LIST = /^[a-z_]+(\s*,\s*[a-z_]+)*$/;

/** Every rule stands at its own field, so that all that is wrong is said in one go. */
const schemaFor = ({ NODE_ENV, SHOPIFY_APP_URL }: Environment) => {
  const smtpUrl = z.string(A_MAIL_SERVER).refine(isMailServer, A_MAIL_SERVER);
  const isProduction = NODE_ENV === undefined || NODE_ENV === 'production';
  return z
    .object({
      NODE_ENV: z
        .enum(['development', 'production', 'test'], mustBe('development, production or test'))
        .default('production'),
      PORT: z.coerce.number(A_PORT).int(A_PORT).min(0, A_PORT).max(65535, A_PORT).default(3000),
      HOST: z.string().default('127.0.0.1'),
      LOG_LEVEL: z.enum(LOG_LEVELS, mustBe(`one of ${LOG_LEVELS.join(', ')}`)).default('info'),
      DATABASE_URL: z
        .string()
        .regex(/^file:.+/, mustBe('file:PATH (SQLite)'))
        .default('file:./data/larder.sqlite'),
      /** Keys that encrypt what is personal or secret at rest: the present one, then older ones that still open. */
      ENCRYPTION_KEY: keys,
      SHOPIFY_API_KEY: z.string(mustBe("the app's client id")),
      SHOPIFY_API_SECRET: z
        .string(mustBe("the app's client secret"))
        .min(16, mustBe("the app's client secret (16 characters or more)")),
      SHOPIFY_APP_URL: z
        .string(mustBe('the public address of the app, such as https://larder.your-domain.com'))
        .refine(isAppAddress, mustBe('an https:// address without a path (http:// only on localhost)')),
      SCOPES: z
        .string()
        .regex(SCOPE_LIST, mustBe('names of scopes with commas between them'))
        .default('read_products,read_orders,read_customers,write_app_proxy'),
      /** Without it, mail is written as files, which would leave addresses and working links on a shop's disk. */
      SMTP_URL: isProduction ? smtpUrl : smtpUrl.optional(),
      MAIL_DIR: z.string().default('./data/mail'),
      MAIL_FROM: isProduction ? SENDER : SENDER.default('reminders@larder.example'),
      ...mailFields(isProduction),
      /** Turns on the movable clock of the demo. */
      LARDER_DEMO_TOKEN: z
        .string()
        .refine(() => isOnThisMachine(SHOPIFY_APP_URL), {
          error:
            'moves the clock and is only for a demo on this machine: SHOPIFY_APP_URL must be on localhost',
        })
        .optional(),
      /** Where the demo's clock stands at start, in epoch milliseconds. */
      LARDER_DEMO_NOW: z.coerce.number(AN_INSTANT).int(AN_INSTANT).positive(AN_INSTANT).optional(),
    })
    .superRefine(checkDkim);
};

export interface Config extends MailConfig {
  readonly environment: 'development' | 'production' | 'test';
  readonly port: number;
  readonly host: string;
  readonly logLevel: string;
  readonly databaseFile: string;
  readonly encryptionKeys: KeyRing;
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly appUrl: string;
  readonly scopes: readonly string[];
  readonly smtpUrl: string | null;
  readonly mailDir: string;
  readonly mailFrom: string;
  readonly demoToken: string | null;
  readonly demoNowAt: number | null;
}

/**
 * The only reader of the environment, once, at boot.
 * @throws Error naming every field that is wrong and what it must be.
 */
export function readConfig(env: Environment = process.env): Config {
  // A field that stands empty in a .env file is one that nobody filled in.
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = schemaFor(filled).safeParse(filled);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Larder cannot start: its environment is not right.\n${fields.join('\n')}`);
  }
  const value = parsed.data;
  return {
    environment: value.NODE_ENV,
    port: value.PORT,
    host: value.HOST,
    logLevel: value.LOG_LEVEL,
    databaseFile: value.DATABASE_URL.slice('file:'.length),
    encryptionKeys: value.ENCRYPTION_KEY,
    apiKey: value.SHOPIFY_API_KEY,
    apiSecret: value.SHOPIFY_API_SECRET,
    appUrl: value.SHOPIFY_APP_URL.replace(/\/$/, ''),
    scopes: value.SCOPES.split(',').map((scope) => scope.trim()),
    smtpUrl: value.SMTP_URL ?? null,
    mailDir: value.MAIL_DIR,
    mailFrom: value.MAIL_FROM,
    ...mailConfigOf(value),
    demoToken: value.LARDER_DEMO_TOKEN ?? null,
    demoNowAt: value.LARDER_DEMO_TOKEN ? (value.LARDER_DEMO_NOW ?? null) : null,
  };
}
