import { z } from 'zod';

const MOST = 2 ** 31 - 1;

/** The number of an upload, as an address or a form names it. */
export const uploadIdText = z
  .string()
  .regex(/^\d{1,10}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(MOST));
