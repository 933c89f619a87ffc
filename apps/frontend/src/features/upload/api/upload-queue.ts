import type { UploadReport } from "@/api/gen/types.gen";
import { isPassing } from "@/lib/problem";

import type { SendFiles } from "./upload-request";

/** Files that travel in one request. */
export interface UploadGroup {
  id: number;
  first: string;
  count: number;
  bytes: number;
  sent: number;
  state: "waiting" | "sending" | "done" | "failed";
  error: unknown;
}

export type Refused = UploadReport["rejected"][number];

export interface BatchUpload {
  groups: readonly UploadGroup[];
  stored: number;
  skipped: readonly Refused[];
  rejected: readonly Refused[];
}

export interface UploadLimits {
  filesPerRequest: number;
  bytesPerRequest: number;
  atOnce: number;
  /** Waits before trying a group again whose request found nobody, in milliseconds. */
  patience: readonly number[];
}

const LIMITS: UploadLimits = {
  filesPerRequest: 100,
  bytesPerRequest: 256 * 2 ** 20,
  atOnce: 3,
  patience: [1000, 3000, 9000],
};

interface Job {
  batchName: string;
  group: UploadGroup;
  files: readonly File[];
  tries: number;
}

const NOTHING: BatchUpload = { groups: [], stored: 0, skipped: [], rejected: [] };

/**
 * Uploads of all batches of this tab: at most 100 files a request, three requests at a time. It lives above
 * the pages, so closing a panel stops nothing. Sending a group twice is harmless: the service skips what it has.
 */
export class UploadQueue {
  private readonly uploads = new Map<string, BatchUpload>();
  private readonly jobs = new Map<number, Job>();
  private readonly waiting: number[] = [];
  private readonly flying = new Map<number, AbortController>();
  private readonly listeners = new Set<() => void>();
  private nextId = 1;
  private readonly send: SendFiles;
  private readonly onStored: (batchName: string) => void;
  private readonly limits: UploadLimits;

  constructor(
    send: SendFiles,
    onStored: (batchName: string) => void = () => undefined,
    limits: Partial<UploadLimits> = {},
  ) {
    this.send = send;
    this.onStored = onStored;
    this.limits = { ...LIMITS, ...limits };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly get = (batchName: string): BatchUpload => this.uploads.get(batchName) ?? NOTHING;

  /** Something is on its way or will be: leaving the page now would lose it. */
  readonly isBusy = (): boolean => [...this.jobs.values()].some(({ group }) => group.state !== "failed");

  add(batchName: string, files: readonly File[]): void {
    const groups = split(files, this.limits).map((part): UploadGroup => {
      const group: UploadGroup = {
        id: this.nextId++,
        first: part[0]?.name ?? "",
        count: part.length,
        bytes: part.reduce((sum, file) => sum + file.size, 0),
        sent: 0,
        state: "waiting",
        error: null,
      };
      this.jobs.set(group.id, { batchName, group, files: part, tries: 0 });
      this.waiting.push(group.id);
      return group;
    });
    const upload = this.get(batchName);
    this.set(batchName, { ...upload, groups: [...upload.groups, ...groups] });
    this.fill();
  }

  /** Sends the groups again that did not arrive. */
  retry(batchName: string): void {
    for (const group of this.get(batchName).groups) {
      const job = this.jobs.get(group.id);
      if (group.state !== "failed" || job === undefined) continue;
      job.tries = 0;
      this.change(job, { state: "waiting", sent: 0, error: null });
      this.waiting.push(group.id);
    }
    this.fill();
  }

  /** Stops and forgets what a batch still had to send; what is stored stays stored. */
  drop(batchName: string): void {
    for (const group of this.get(batchName).groups) {
      this.jobs.delete(group.id);
      const place = this.waiting.indexOf(group.id);
      if (place >= 0) this.waiting.splice(place, 1);
      this.flying.get(group.id)?.abort();
    }
    this.uploads.delete(batchName);
    this.tell();
    this.fill();
  }

  private fill(): void {
    while (this.flying.size < this.limits.atOnce) {
      const id = this.waiting.shift();
      if (id === undefined) return;
      const job = this.jobs.get(id);
      if (job !== undefined) void this.run(job);
    }
  }

  private async run(job: Job): Promise<void> {
    const stop = new AbortController();
    this.flying.set(job.group.id, stop);
    this.change(job, { state: "sending", sent: 0, error: null });
    try {
      const onSent = (bytes: number) => this.change(job, { sent: Math.min(bytes, job.group.bytes) });
      this.arrived(job, await this.send(job.batchName, job.files, onSent, stop.signal));
    } catch (error) {
      if (!stop.signal.aborted) this.missed(job, error);
    } finally {
      this.flying.delete(job.group.id);
      this.fill();
    }
  }

  private arrived(job: Job, report: UploadReport): void {
    this.jobs.delete(job.group.id);
    const upload = this.get(job.batchName);
    this.uploads.set(job.batchName, {
      ...upload,
      stored: upload.stored + report.stored.length,
      skipped: [...upload.skipped, ...report.skipped],
      rejected: [...upload.rejected, ...report.rejected],
    });
    this.change(job, { state: "done", sent: job.group.bytes });
    this.onStored(job.batchName);
  }

  private missed(job: Job, error: unknown): void {
    const pause = this.limits.patience[job.tries];
    if (pause === undefined || !isPassing(error)) {
      this.change(job, { state: "failed", sent: 0, error });
      return;
    }
    job.tries += 1;
    this.change(job, { state: "waiting", sent: 0, error });
    setTimeout(() => {
      if (!this.jobs.has(job.group.id)) return;
      this.waiting.push(job.group.id);
      this.fill();
    }, pause);
  }

  private change(job: Job, change: Partial<UploadGroup>): void {
    const upload = this.uploads.get(job.batchName);
    if (upload === undefined) return;
    job.group = { ...job.group, ...change };
    const groups = upload.groups.map((group) => (group.id === job.group.id ? job.group : group));
    this.set(job.batchName, { ...upload, groups });
  }

  private set(batchName: string, upload: BatchUpload): void {
    this.uploads.set(batchName, upload);
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

function split(files: readonly File[], limits: UploadLimits): File[][] {
  const parts: File[][] = [];
  let part: File[] = [];
  let bytes = 0;
  for (const file of files) {
    const full = part.length >= limits.filesPerRequest || bytes + file.size > limits.bytesPerRequest;
    if (full && part.length > 0) {
      parts.push(part);
      part = [];
      bytes = 0;
    }
    part.push(file);
    bytes += file.size;
  }
  if (part.length > 0) parts.push(part);
  return parts;
}
