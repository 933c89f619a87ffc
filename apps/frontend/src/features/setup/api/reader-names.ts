import type { TFunction } from "i18next";

import type { EngineRead } from "@/api/gen/types.gen";

const KNOWN = ["local", "vision"] as const;

/** A reader by its name on the page. */
export function engineName(t: TFunction<"setup">, engine: string): string {
  const known = KNOWN.find((name) => name === engine);
  return known === undefined ? engine : t(`reader.name.${known}`);
}

/** A reader that is a server: its models are asked for there, and cards cost what it wants. */
export function isServer(engine: EngineRead): boolean {
  return engine.host !== undefined && engine.host !== "";
}
