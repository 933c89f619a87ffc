import type { UploadReport } from "@/api/gen/types.gen";
import { isPassing } from "@/lib/problem";

import type { Sift } from "./known-files";
import type { SendFiles } from "./upload-request";
import { type BatchUpload, KNOWN, NOTHING, outcomesOf, type UploadGroup } from "./upload-state";

export interface UploadLimits {
  filesPerRequest: number;
  bytesPerRequest: number;
  atOnce: number;
  /** Waits before trying a group again whose request found nobody, in milliseconds. */
  patience: readonly number[];
  /** Milliseconds between two pictures of the progress: each costs the page a drawing. */
  pace: number;
}

const LIMITS: UploadLimits = {
  filesPerRequest: 100,
  bytesPerRequest: 256 * 2 ** 20,
  atOnce: 3,
  patience: [1000, 3000, 9000],
  pace: 150,
};

interface Job {
  batchName: string;
  group: UploadGroup;
  files: readonly File[];
  tries: number;
}

export interface Line {
  send: SendFiles;
  /** Parts what has to be sent from what the batch holds already. */
  sift: Sift;
  onStored?: (batchName: string) => void;
}

/**
 * Uploads of all batches of this tab: at most 100 files a request, three requests at a time. It lives above
 * the pages, so leaving a place stops nothing. Sending a group twice is harmless: the service skips what it has.
 */
export class UploadQueue {
  private readonly uploads = new Map<string, BatchUpload>();
  private readonly jobs = new Map<number, Job>();
  private waiting: number[] = [];
  private readonly flying = new Map<number, AbortController>();
  /** Drops that are compared with the batch; aborted, nothing of them is sent. */
  private readonly comparing = new Map<string, Set<AbortController>>();
  private readonly listeners = new Set<() => void>();
  private paceTimer: ReturnType<typeof setTimeout> | undefined;
  private nextId = 1;
  private readonly line: Line;
  private readonly limits: UploadLimits;

  constructor(line: Line, limits: Partial<UploadLimits> = {}) {
    this.line = line;
    this.limits = { ...LIMITS, ...limits };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly get = (batchName: string): BatchUpload => this.uploads.get(batchName) ?? NOTHING;

  /** Something is on its way or will be: leaving the page now would lose it. */
  readonly isBusy = (): boolean =>
    this.comparing.size > 0 || [...this.jobs.values()].some(({ group }) => group.state !== "failed");

  /** Sends of these files what the batch does not hold. */
  async add(batchName: string, files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    const stop = new AbortController();
    const drops = this.comparing.get(batchName) ?? new Set();
    this.comparing.set(batchName, drops.add(stop));
    this.set(batchName, { comparing: { done: 0, all: files.length } });
    const onCompared = (done: number) => {
      if (!stop.signal.aborted) this.set(batchName, { comparing: { done, all: files.length } }, "soon");
    };
    let missing = files;
    let known: readonly string[] = [];
    try {
      ({ missing, known } = await this.line.sift(batchName, files, onCompared, stop.signal));
    } catch {
      // What the batch holds could not be learned: all is sent, and the service skips what it has.
    }
    drops.delete(stop);
    if (drops.size === 0) this.comparing.delete(batchName);
    if (stop.signal.aborted) return;
    const { skipped } = this.get(batchName);
    const left = known.map((name) => ({ original_name: name, code: KNOWN, reason: "" }));
    this.set(batchName, { comparing: null, skipped: [...skipped, ...left] });
    this.lineUp(batchName, missing);
  }

  /** Lets what is on its way arrive and sends nothing more, until `resume`. */
  pause(batchName: string): void {
    this.set(batchName, { paused: true });
  }

  resume(batchName: string): void {
    this.set(batchName, { paused: false });
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

  /** Sends nothing more and forgets what was not sent; what is stored stays stored, and stays in the list. */
  cancel(batchName: string): void {
    this.forgetJobs(batchName);
    const groups = this.get(batchName).groups.filter((group) => group.state === "done");
    this.set(batchName, { groups, comparing: null, paused: false });
    this.fill();
  }

  /** Stops and forgets a batch altogether: it is deleted, or its list is cleared. */
  drop(batchName: string): void {
    this.forgetJobs(batchName);
    this.uploads.delete(batchName);
    this.tell();
    this.fill();
  }

  private forgetJobs(batchName: string): void {
    for (const stop of this.comparing.get(batchName) ?? []) stop.abort();
    this.comparing.delete(batchName);
    for (const { id } of this.get(batchName).groups) {
      this.jobs.delete(id);
      this.flying.get(id)?.abort();
    }
    this.waiting = this.waiting.filter((id) => this.jobs.has(id));
  }

  private lineUp(batchName: string, files: readonly File[]): void {
    const groups = split(files, this.limits).map((part): UploadGroup => {
      const group: UploadGroup = {
        id: this.nextId++,
        names: part.map((file) => file.name),
        bytes: part.reduce((sum, file) => sum + file.size, 0),
        sent: 0,
        state: "waiting",
        outcomes: null,
        error: null,
      };
      this.jobs.set(group.id, { batchName, group, files: part, tries: 0 });
      this.waiting.push(group.id);
      return group;
    });
    this.set(batchName, { groups: [...this.get(batchName).groups, ...groups] });
    this.fill();
  }

  private fill(): void {
    while (this.flying.size < this.limits.atOnce) {
      const place = this.waiting.findIndex((id) => {
        const job = this.jobs.get(id);
        return job !== undefined && !this.get(job.batchName).paused;
      });
      const [id] = place < 0 ? [] : this.waiting.splice(place, 1);
      const job = id === undefined ? undefined : this.jobs.get(id);
      if (job === undefined) return;
      void this.run(job);
    }
  }

  private async run(job: Job): Promise<void> {
    const stop = new AbortController();
    this.flying.set(job.group.id, stop);
    this.change(job, { state: "sending", sent: 0, error: null });
    const onSent = (bytes: number) => this.change(job, { sent: Math.min(bytes, job.group.bytes) }, "soon");
    try {
      this.arrived(job, await this.line.send(job.batchName, job.files, onSent, stop.signal));
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
    this.set(job.batchName, {
      stored: upload.stored + report.stored.length,
      skipped: [...upload.skipped, ...report.skipped],
      rejected: [...upload.rejected, ...report.rejected],
    });
    const outcomes = outcomesOf(job.group.names, report);
    this.change(job, { state: "done", sent: job.group.bytes, outcomes });
    this.line.onStored?.(job.batchName);
  }

  private missed(job: Job, error: unknown): void {
    const wait = this.limits.patience[job.tries];
    if (wait === undefined || !isPassing(error)) {
      this.change(job, { state: "failed", sent: 0, error });
      return;
    }
    job.tries += 1;
    this.change(job, { state: "waiting", sent: 0, error });
    setTimeout(() => {
      if (!this.jobs.has(job.group.id)) return;
      this.waiting.push(job.group.id);
      this.fill();
    }, wait);
  }

  private change(job: Job, change: Partial<UploadGroup>, when: "now" | "soon" = "now"): void {
    const upload = this.uploads.get(job.batchName);
    if (upload === undefined) return;
    job.group = { ...job.group, ...change };
    const groups = upload.groups.map((group) => (group.id === job.group.id ? job.group : group));
    this.set(job.batchName, { groups }, when);
  }

  private set(batchName: string, change: Partial<BatchUpload>, when: "now" | "soon" = "now"): void {
    this.uploads.set(batchName, { ...this.get(batchName), ...change });
    if (when === "now") this.tell();
    else this.paceTimer ??= setTimeout(() => this.tell(), this.limits.pace);
  }

  private tell(): void {
    clearTimeout(this.paceTimer);
    this.paceTimer = undefined;
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
