import { NOTHING_YET, parseEvent, type RunState, takeIn } from "./run-state";

export type Link = "connecting" | "live" | "lost" | "refused";

export interface LiveRun extends RunState {
  link: Link;
}

/** The part of a WebSocket that is used, so a test can be one. */
export interface Socket {
  onmessage: ((message: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  close: () => void;
}

export interface StreamOptions {
  open: () => Socket;
  /** Milliseconds between two pictures of the progress: figures that flicker cannot be read. */
  pace?: number;
  random?: () => number;
}

/** What the service answers with when the batch is unknown or the page is foreign. No use to ask again. */
const REFUSED = 1008;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;

/**
 * The socket of one batch as a store: connects with its first listener, hangs up with its last, and comes
 * back by itself after a loss, each time a little later. The snapshot that follows heals what was missed.
 */
export class BatchStream {
  private state: LiveRun = { ...NOTHING_YET, link: "connecting" };
  private shown: LiveRun = this.state;
  private socket: Socket | null = null;
  private losses = 0;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private paceTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly open: () => Socket;
  private readonly pace: number;
  private readonly random: () => number;

  constructor({ open, pace = 1000, random = Math.random }: StreamOptions) {
    this.open = open;
    this.pace = pace;
    this.random = random;
  }

  readonly get = (): LiveRun => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.start();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.stop();
    };
  };

  private start(): void {
    window.addEventListener("online", this.hurry);
    document.addEventListener("visibilitychange", this.hurry);
    this.connect();
  }

  private stop(): void {
    window.removeEventListener("online", this.hurry);
    document.removeEventListener("visibilitychange", this.hurry);
    clearTimeout(this.retryTimer);
    clearTimeout(this.paceTimer);
    this.paceTimer = undefined;
    this.hangUp();
    this.state = { ...this.state, link: "connecting" };
  }

  private connect(): void {
    const socket = this.open();
    this.socket = socket;
    socket.onmessage = ({ data }) => this.hear(data);
    socket.onclose = ({ code }) => this.close(code);
  }

  private hear(data: unknown): void {
    const event = parseEvent(data);
    if (event === null) return;
    this.losses = 0;
    this.state = { ...takeIn(this.state, event), link: "live" };
    if (event.type === "progress") this.showSoon();
    else this.show();
  }

  private close(code: number): void {
    this.hangUp();
    if (code === REFUSED) {
      this.state = { ...this.state, link: "refused" };
      this.show();
      return;
    }
    const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.losses);
    this.losses += 1;
    // Half of it by chance, so that a restarted service is not met by everybody at once.
    this.retryTimer = setTimeout(() => this.connect(), longest * (0.5 + this.random() / 2));
    this.state = { ...this.state, link: "lost" };
    this.show();
  }

  /** The network is back, or somebody looks again: do not wait any longer. */
  private readonly hurry = (): void => {
    if (this.state.link !== "lost" || this.socket !== null || document.visibilityState === "hidden") return;
    clearTimeout(this.retryTimer);
    this.connect();
  };

  private hangUp(): void {
    if (this.socket === null) return;
    this.socket.onmessage = null;
    this.socket.onclose = null;
    this.socket.close();
    this.socket = null;
  }

  private showSoon(): void {
    this.paceTimer ??= setTimeout(() => this.show(), this.pace);
  }

  private show(): void {
    clearTimeout(this.paceTimer);
    this.paceTimer = undefined;
    this.shown = this.state;
    for (const listener of this.listeners) listener();
  }
}
