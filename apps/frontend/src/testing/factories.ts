import type {
  BatchRead,
  CardRead,
  CostRead,
  ImageRead,
  Problem,
  ReaderCostRead,
  RecordRead,
} from "@/api/gen/types.gen";

export function makeBatch(part: Partial<BatchRead> = {}): BatchRead {
  return {
    name: "sonatas-7f3a",
    title: "Sonatas A–K",
    status: "completed",
    reason: null,
    engine: "local",
    model: "pp-ocrv6-small",
    fields: [{ name: "Composer" }, { name: "Title" }, { name: "Shelfmark", type: "shelfmark" }],
    options: { pairing: "none" },
    total: 24,
    pending: 0,
    done: 24,
    failed: 0,
    reviewed: 0,
    created_at: "2026-11-20T08:00:00Z",
    updated_at: "2026-11-20T09:00:00Z",
    cover: [],
    ...part,
  };
}

export function makeRecord(part: Partial<RecordRead> = {}): RecordRead {
  return {
    filename: "000001.jpg",
    images: ["000001.jpg"],
    batch: "sonatas-7f3a",
    success: true,
    status: "done",
    data: { Composer: "Zimmermann, Rolf", Title: "Sonate", Shelfmark: "Spez.12.433" },
    extracted: { Composer: "Zimmermann, Rolf", Title: "Sonate", Shelfmark: "Spez.12.433" },
    confidence: { Composer: 0.98, Title: 0.8, Shelfmark: 0.4 },
    evidence: {},
    sources: {},
    review: {},
    text: "",
    error: null,
    cause: null,
    engine: "local",
    model: "pp-ocrv6-small",
    attempts: 1,
    duration: 0.7,
    processed_at: "2026-11-20T09:00:00Z",
    version: 1,
    ...part,
  };
}

/** Nothing spent yet. */
export function makeCost(part: Partial<CostRead> = {}): CostRead {
  return {
    spent: null,
    calls: 0,
    prompt_tokens: 0,
    completion_tokens: 0,
    readings: 0,
    ceiling: null,
    per_card: null,
    per_verified: null,
    estimate: null,
    waiting: 0,
    readers: [],
    expected: null,
    ...part,
  };
}

export function makeReaderCost(part: Partial<ReaderCostRead> = {}): ReaderCostRead {
  return {
    engine: "vision",
    model: "alpha",
    cards: 24,
    left: 0,
    free: false,
    readings: 24,
    prompt_tokens: 24_000,
    completion_tokens: 2_400,
    spent: 0.024,
    per_card: 0.001,
    per_verified: 0.012,
    estimate: null,
    ...part,
  };
}

export function makeProblem(status: number, detail: string, code = "conflict"): Problem {
  return { type: "about:blank", title: "Not possible", status, detail, code };
}

export function makeFile(name: string, bytes = 10): File {
  const file = new File([new Uint8Array(bytes)], name, { type: "image/jpeg" });
  // Every browser says which folder a file was chosen with.
  return Object.defineProperty(file, "webkitRelativePath", { value: "" });
}

export function makeImage(filename: string, part: Partial<ImageRead> = {}): ImageRead {
  return {
    filename,
    original_name: filename,
    card: filename,
    side: 0,
    status: "pending",
    format: "jpeg",
    media_type: "image/jpeg",
    width: 1000,
    height: 600,
    bytes: 10,
    sha256: filename,
    source_sha256: filename,
    page: null,
    source_name: null,
    blank: false,
    folder: "",
    url: `/batches-static/b/${filename}`,
    view_url: `/batches-static/b/${filename}`,
    thumbnail_url: `/batches-static/b/_thumbs/${filename}.webp`,
    ...part,
  };
}

/** A card of these files, front first. */
export function makeCard(filenames: readonly string[], part: Partial<CardRead> = {}): CardRead {
  const filename = filenames[0] ?? "";
  return {
    filename,
    status: "pending",
    review: "none",
    images: filenames.map((name, side) => makeImage(name, { side, card: filename })),
    ...part,
  };
}
