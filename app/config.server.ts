import { z } from 'zod';
import { HOW_TO_MAKE_A_KEY, parseKeys, type KeyRing } from './sealing/key-ring';

const optional = z.string().min(1).optional();

const keys = z
  .string({ error: `is needed to encrypt what is personal or secret. ${HOW_TO_MAKE_A_KEY}` })
  .transform((text, context): KeyRing => {
    const parsed = parseKeys(text);
    if (parsed.ok) return parsed.keys;
    context.addIssue({ code: 'custom', message: parsed.problem });
    return z.NEVER;
  });

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: z.string().default('127.0.0.1'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    DATABASE_URL: z
      .string()
      .regex(/^file:.+/, 'must be file:PATH (SQLite)')
      .default('file:./data/larder.sqlite'),
    /** Keys that encrypt what is personal or secret at rest: the present one, then older ones that still open. */
    ENCRYPTION_KEY: keys,
    SHOPIFY_API_KEY: z.string().min(1),
    SHOPIFY_API_SECRET: z.string().min(16, "must be the app's client secret (16 characters or more)"),
    SHOPIFY_APP_URL: z.url(),
    SCOPES: z.string().default('read_products,read_orders,read_customers,write_app_proxy'),
    /** smtp://user:password@host:port ; without it, mail is written as files, which only development allows. */
    SMTP_URL: optional,
    MAIL_DIR: z.string().default('./data/mail'),
    MAIL_FROM: z.string().default('reminders@larder.example'),
    /** Turns on the movable clock of the demo. Refused unless the app is on this machine. */
    LARDER_DEMO_TOKEN: optional,
    /** Where the demo's clock stands at start, in epoch milliseconds. */
    LARDER_DEMO_NOW: z.coerce.number().int().positive().optional(),
  })
  .refine(
    (env) =>
      !env.LARDER_DEMO_TOKEN || ['localhost', '127.0.0.1'].includes(new URL(env.SHOPIFY_APP_URL).hostname),
    {
      path: ['LARDER_DEMO_TOKEN'],
      message: 'moves the clock and is only for a demo on this machine: SHOPIFY_APP_URL must be on localhost',
    },
  )
  .refine((env) => env.NODE_ENV !== 'production' || env.SMTP_URL !== undefined, {
    path: ['SMTP_URL'],
    message:
      'is needed in production, as smtp://user:password@host:port: mail written as files would leave addresses and working links on the disk',
  });

export interface Config {
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
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = schema.safeParse(env);
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
    demoToken: value.LARDER_DEMO_TOKEN ?? null,
    demoNowAt: value.LARDER_DEMO_TOKEN ? (value.LARDER_DEMO_NOW ?? null) : null,
  };
}
