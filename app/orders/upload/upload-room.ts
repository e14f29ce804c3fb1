/** What uploads leave free for the database that shares their disk. */
export const SPARE_BYTES = 512 * 1024 ** 2;

/** How much an upload writes between two looks: some dozen at once stay well within the spare room. */
export const LOOK_EVERY_BYTES = 16 * 1024 ** 2;

/** An upload's place on the disk while it arrives. */
export interface Room {
  /** Counts bytes that are about to be written; false when there is no room for them and those of who came before. */
  take(bytes: number): Promise<boolean>;
  /** The upload has arrived, or has been given up. */
  leave(): void;
}

/** What each upload that is arriving has announced and not brought yet, in bytes; who came first goes first. */
export type Arriving = Set<{ toCome: number }>;

/**
 * Looks for room for an upload, and again while it arrives: its length may not be known, and others write as well.
 * @param free bytes of the disk that uploads share
 * @param announced bytes; null when they are not known
 * @returns null when there is none
 */
export async function findRoom(
  arriving: Arriving,
  free: () => Promise<number>,
  announced: number | null,
): Promise<Room | null> {
  const own = { toCome: announced ?? 0 };
  const hasRoom = async () => {
    const left = await free();
    let needed = SPARE_BYTES;
    for (const upload of arriving) {
      needed += upload.toCome;
      if (upload === own) break;
    }
    return left > needed;
  };
  arriving.add(own);
  const leave = () => void arriving.delete(own);
  const isThere = await hasRoom().catch((error: unknown) => {
    leave();
    throw error;
  });
  if (!isThere) {
    leave();
    return null;
  }
  let sinceLook = 0;
  return {
    leave,
    async take(bytes) {
      own.toCome = Math.max(0, own.toCome - bytes);
      sinceLook += bytes;
      if (sinceLook < LOOK_EVERY_BYTES) return true;
      sinceLook = 0;
      return hasRoom();
    },
  };
}
