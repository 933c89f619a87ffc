import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A model provider on loopback that answers the same for every card, each for a tenth of a cent. */
export class SmallProvider {
  /** Models whose credit is used up. */
  readonly broke = new Set<string>();
  /** The model of each call, in order. */
  readonly calls: string[] = [];
  private readonly server: Server;
  private readonly answer: Record<string, string>;

  constructor(answer: Record<string, string>) {
    this.answer = answer;
    this.server = createServer((request, response) => {
      void this.reply(request).then(({ status, body }) => {
        response.writeHead(status, { "content-type": "application/json" });
        response.end(JSON.stringify(body));
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async reply(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    if (request.method === "GET") return { status: 200, body: { data: ["house-a", "house-b"].map(listed) } };
    let text = "";
    for await (const part of request) text += String(part);
    const { model } = JSON.parse(text) as { model: string };
    this.calls.push(model);
    if (this.broke.has(model)) return { status: 402, body: { error: { message: "no credit" } } };
    const message = { role: "assistant", content: JSON.stringify(this.answer) };
    const usage = { prompt_tokens: 900, completion_tokens: 40, cost: 0.001 };
    return {
      status: 200,
      body: { id: "x", model, choices: [{ index: 0, message, finish_reason: "stop" }], usage },
    };
  }
}

function listed(id: string): unknown {
  return {
    id,
    architecture: { input_modalities: ["text", "image"] },
    pricing: { prompt: "0.000001", completion: "0.000002" },
  };
}
