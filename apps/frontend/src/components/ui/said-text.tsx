import type { Said } from "@/lib/said";

/** A sentence of the service; a reader aloud is told where it is English in another page. */
export function SaidText({ said }: { said: Said }) {
  return <span lang={said.lang}>{said.text}</span>;
}
