import { listImages } from "@/api/gen/sdk.gen";
import type { ImageRead } from "@/api/gen/types.gen";

export interface Sifted {
  missing: readonly File[];
  /** Names of the files that are in the batch already. */
  known: readonly string[];
}

export type Sift = (
  batchName: string,
  files: readonly File[],
  onCompared: (done: number) => void,
  signal: AbortSignal,
) => Promise<Sifted>;

/** SHA-256 in hexadecimal; null where the browser has none, as on a page without https. */
export type Digest = (file: File) => Promise<string | null>;

type Held = Pick<ImageRead, "original_name" | "source_sha256" | "bytes" | "page">;

/** Of one original name: the digests of the files that came under it, and how large they were, where that is told. */
interface Namesake {
  digests: Set<string>;
  sizes: Set<number>;
  /** A file of several pages: its own size is not told. */
  parted: boolean;
}

const PAGE = 1000;
const AT_ONCE = 4;

/**
 * What surely is in the batch is not sent again: same name, same size, same bytes. Only files whose name and size
 * are known are opened at all, so a first drop costs nothing. What cannot be compared is sent; the service skips it.
 */
export async function siftBy(
  held: readonly Held[],
  files: readonly File[],
  digest: Digest,
  onCompared: (done: number) => void,
  signal: AbortSignal,
): Promise<Sifted> {
  const namesakes = byName(held);
  const known = new Set<number>();
  const doubtful: number[] = [];
  files.forEach((file, place) => {
    const there = namesakes.get(file.name);
    if (there !== undefined && (there.parted || there.sizes.has(file.size))) doubtful.push(place);
  });
  let done = files.length - doubtful.length;
  const next = doubtful.values();
  const compare = async () => {
    for (const place of next) {
      if (signal.aborted) return;
      const file = files[place];
      const found = file === undefined ? null : await digest(file).catch(() => null);
      if (file !== undefined && found !== null && namesakes.get(file.name)?.digests.has(found) === true) {
        known.add(place);
      }
      done += 1;
      onCompared(done);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, compare));
  return {
    missing: files.filter((_, place) => !known.has(place)),
    known: files.filter((_, place) => known.has(place)).map((file) => file.name),
  };
}

function byName(held: readonly Held[]): Map<string, Namesake> {
  const namesakes = new Map<string, Namesake>();
  for (const image of held) {
    let there = namesakes.get(image.original_name);
    if (there === undefined) {
      there = { digests: new Set(), sizes: new Set(), parted: false };
      namesakes.set(image.original_name, there);
    }
    there.digests.add(image.source_sha256);
    if (image.page === null) there.sizes.add(image.bytes);
    else there.parted = true;
  }
  return namesakes;
}

/** Asks the batch what it holds, page by page, and sifts by that. */
export const sift: Sift = async (batchName, files, onCompared, signal) =>
  siftBy(await imagesOf(batchName, signal), files, sha256, onCompared, signal);

async function imagesOf(batchName: string, signal: AbortSignal): Promise<Held[]> {
  const held: Held[] = [];
  for (;;) {
    const { data } = await listImages({
      path: { batch_name: batchName },
      query: { offset: held.length, limit: PAGE },
      signal,
      throwOnError: true,
    });
    held.push(...data.items);
    if (data.items.length === 0 || held.length >= data.total) return held;
  }
}

const sha256: Digest = async (file) => {
  // Only a page of https, or of this very machine, may reckon with it.
  if (!window.isSecureContext) return null;
  const sum = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return Array.from(new Uint8Array(sum), (byte) => byte.toString(16).padStart(2, "0")).join("");
};
