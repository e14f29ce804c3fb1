import pino, { type Logger } from 'pino';

/** One JSON line per event. Personal data is never passed to it; what slips into a request or error is cut out here. */
export function createLog(level: string): Logger {
  return pino({
    level,
    redact: { paths: ['email', '*.email', 'payload', 'req.headers', 'token', '*.accessToken'], remove: true },
  });
}
