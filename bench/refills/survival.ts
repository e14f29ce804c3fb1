import { normalCdf } from '../../app/refills/model/day-grid';
import { dot, leastSquares } from '../../app/refills/model/least-squares';

export interface CensoredTarget {
  readonly log: number;
  /** Not yet seen: the true value is at least `log`. */
  readonly open: boolean;
}

/** Normal regression with censored targets by EM (Tobit): open targets are replaced by their conditional moments. */
export function fitCensoredNormal(
  rows: readonly (readonly number[])[],
  targets: readonly CensoredTarget[],
  rounds = 60,
): { readonly weights: readonly number[]; readonly sd: number } {
  let filled = targets.map((target) => target.log);
  let weights = leastSquares(rows, filled);
  let sd = 1;
  for (let round = 0; round < rounds; round += 1) {
    let squares = 0;
    filled = targets.map((target, i) => {
      const centre = dot(weights, rows[i]!);
      if (!target.open) {
        squares += (target.log - centre) ** 2;
        return target.log;
      }
      const z = (target.log - centre) / sd;
      const hazard = inverseMills(z);
      squares += sd * sd * (1 + z * hazard - hazard * hazard) + (sd * hazard) ** 2;
      return centre + sd * hazard;
    });
    const next = leastSquares(rows, filled);
    sd = Math.sqrt(squares / rows.length);
    const moved = Math.max(...next.map((w, i) => Math.abs(w - weights[i]!)));
    weights = next;
    if (moved < 1e-5) break;
  }
  return { weights, sd };
}

/** φ(z) / (1 − Φ(z)), stable in the tail. */
function inverseMills(z: number): number {
  if (z > 6) return z + 1 / z - 2 / z ** 3;
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / Math.max(1e-300, 1 - normalCdf(z));
}

/** The whole day in 1..180 with the largest probability of a log-normal within ±7.5 days. */
export function bestWindowDay(logMean: number, logSd: number): number {
  let best = 1;
  let most = -1;
  const cdf = (days: number) => (days <= 0 ? 0 : normalCdf((Math.log(days) - logMean) / logSd));
  for (let d = 1; d <= 180; d += 1) {
    const chance = cdf(d + 7.5) - cdf(d - 7.5);
    if (chance > most) {
      most = chance;
      best = d;
    }
  }
  return best;
}
