import { describe, expect, it } from 'vitest';
import { findRoom, LOOK_EVERY_BYTES, SPARE_BYTES, type Arriving } from './upload-room';

const MB = 1024 ** 2;

/** A disk with so many bytes beyond the spare ones, and uploads that write on it. */
function disk(bytes: number) {
  const arriving: Arriving = new Set();
  let free = SPARE_BYTES + bytes + 1;
  const find = async (announced: number | null) => {
    const room = await findRoom(arriving, async () => free, announced);
    return (
      room && {
        leave: room.leave,
        write: async () => {
          const isThere = await room.take(LOOK_EVERY_BYTES);
          if (isThere) free -= LOOK_EVERY_BYTES;
          return isThere;
        },
      }
    );
  };
  return { find, left: () => free - SPARE_BYTES, arriving };
}

describe('room for an upload', () => {
  it('is there as far as the spare room begins, and no further', async () => {
    const { find, arriving } = disk(100 * MB);
    expect(await find(100 * MB)).not.toBeNull();
    arriving.clear();
    expect(await find(100 * MB + 1)).toBeNull();
    expect(arriving.size).toBe(0);
  });

  it('of unknown length ends where the spare room begins', async () => {
    const { find, left } = disk(100 * MB);
    const room = await find(null);
    let written = 0;
    while (await room?.write()) written += 1;
    expect(written).toBe(Math.floor((100 * MB) / LOOK_EVERY_BYTES) + 1);
    expect(left()).toBeGreaterThan(-LOOK_EVERY_BYTES);
  });

  it('is not given twice: what came first goes first', async () => {
    const { find } = disk(100 * MB);
    const first = await find(80 * MB);
    expect(await find(80 * MB)).toBeNull();
    const unknown = await find(null);
    expect([await unknown?.write(), await unknown?.write(), await unknown?.write()]).toEqual([
      true,
      true,
      false,
    ]);
    unknown?.leave();
    for (let written = 0; written < 80 * MB; written += LOOK_EVERY_BYTES)
      expect(await first?.write()).toBe(true);
    first?.leave();
  });
});
