import type { TFunction } from "i18next";

import type { EngineRead } from "@/api/gen/types.gen";

const KNOWN = ["local", "vision"] as const;

/** A reader by its name on the page. */
export function engineName(t: TFunction<"setup">, engine: string): string {
  const [kind, own] = engine.split(":");
  const known = KNOWN.find((name) => name === kind);
  if (known === undefined) return engine;
  return own === undefined ? t(`reader.name.${known}`) : `${t(`reader.name.${known}`)} (${own})`;
}

/** A reader that is a server: its models are asked for there, and cards cost what it wants. */
export function isServer(engine: EngineRead): boolean {
  return engine.host !== undefined && engine.host !== "";
}
