import type { BatchEvent } from "@/api/gen/types.gen";
import type { Socket } from "@/features/processing/api/batch-stream";

/** A WebSocket without a network: the test is the other side. */
export class FakeSocket implements Socket {
  static all: FakeSocket[] = [];

  onmessage: ((message: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  closed = false;
  readonly url: string;

  constructor(url = "") {
    this.url = url;
    FakeSocket.all.push(this);
  }

  static get last(): FakeSocket {
    const socket = FakeSocket.all.at(-1);
    if (socket === undefined) throw new Error("nothing has connected");
    return socket;
  }

  close(): void {
    this.closed = true;
  }

  say(event: BatchEvent): void {
    this.onmessage?.({ data: JSON.stringify(event) });
  }

  sayRaw(data: unknown): void {
    this.onmessage?.({ data });
  }

  drop(code = 1006): void {
    this.onclose?.({ code });
  }
}

type Counts = Omit<Extract<BatchEvent, { type: "snapshot" }>, "type">;

export function counts(part: Partial<Counts> = {}): Counts {
  return {
    batch: "sonatas-7f3a",
    seq: 1,
    status: "running",
    total: 24,
    pending: 14,
    done: 9,
    failed: 1,
    rate: 1.35,
    eta: 840,
    ...part,
  };
}
