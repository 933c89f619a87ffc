import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SERVICE = "../../.venv/bin/indexcards";

/** A service that a test may kill. It keeps port and data over its lives. */
export class OwnService {
  private child: ChildProcess | null = null;
  private readonly data = mkdtempSync(join(tmpdir(), "indexcards-own-"));
  private port = 0;
  private readonly settings: Record<string, string>;

  /** Settings that only this one has. */
  constructor(settings: Record<string, string> = {}) {
    this.settings = settings;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    if (this.port === 0) this.port = await freePort();
    const child = spawn(SERVICE, ["serve", "--port", String(this.port), "--data-dir", this.data], {
      stdio: "ignore",
      env: { ...process.env, ...this.settings },
    });
    this.child = child;
    for (let tries = 0; tries < 300; tries += 1) {
      if (child.exitCode !== null) throw new Error(`the service ended with ${child.exitCode}`);
      const answer = await fetch(`${this.address}/api/v1/health`).catch(() => null);
      if (answer?.ok === true) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error("the service did not start within a minute");
  }

  /** As the power cut does it. */
  kill(): Promise<void> {
    return this.end("SIGKILL");
  }

  async close(): Promise<void> {
    await this.end("SIGTERM");
    rmSync(this.data, { recursive: true, force: true });
  }

  private async end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const child = this.child;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    await new Promise((resolve) => {
      child.once("exit", resolve);
      child.kill(signal);
    });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === "object") resolve(address.port);
        else reject(new Error("no port"));
      });
    });
  });
}
