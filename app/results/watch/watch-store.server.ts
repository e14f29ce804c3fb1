import { z } from 'zod';
import type { Reader } from '../../ports';
import type { TacticName } from '../../tactics/tactic';
import type { Side, SumMetric } from '../counting/daily-sum';

const row = z.object({ arm: z.enum(['treated', 'control']), persons: z.coerce.number() });

/** Persons by arm in one metric of all shoppers, over the days up to `lastOn`. */
export async function personsUpTo(
  reader: Reader,
  about: {
    readonly shopId: number;
    readonly tactic: TacticName;
    readonly layerId: number;
    readonly metric: SumMetric;
    readonly lastOn: number;
  },
): Promise<Readonly<Record<Side, number>>> {
  const { shopId, tactic, layerId, metric, lastOn } = about;
  const rows = z.array(row).parse(
    await reader.$queryRaw`
      SELECT "arm", sum("persons") AS "persons" FROM "ResultSum"
      WHERE "shopId" = ${shopId} AND "tactic" = ${tactic} AND "layerId" = ${layerId} AND "segment" = 'all'
        AND "metric" = ${metric} AND "dayOn" <= ${lastOn}
      GROUP BY "arm"`,
  );
  const of = (arm: Side) => rows.find((one) => one.arm === arm)?.persons ?? 0;
  return { treated: of('treated'), control: of('control') };
}
