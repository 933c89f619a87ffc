import { useQuery } from "@tanstack/react-query";

import { listEnginesOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { BatchRead } from "@/api/gen/types.gen";
import { readersOf } from "@/lib/readers";

import { WhereScansGo } from "./where-scans-go";

const A_WHILE = 300_000;

/** Said of a batch one of whose readers is on another machine; of the others nothing. */
export function ScansLeave({ batch, brief = false }: { batch: BatchRead; brief?: boolean }) {
  const names = [...readersOf(batch), ...(batch.pass ? [batch.pass] : [])].map(({ engine }) => engine);
  const engines = useQuery({
    ...listEnginesOptions(),
    staleTime: A_WHILE,
    enabled: names.some((name) => name !== "local"),
  });
  const away = engines.data?.items.find((one) => one.leaves_machine && names.includes(one.name));
  return away === undefined ? null : <WhereScansGo engine={away} brief={brief} />;
}
