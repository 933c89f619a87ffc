import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { getBatchOptions } from "@/api/gen/@tanstack/react-query.gen";
import { isProblem } from "@/lib/problem";

/** The service knows no batch of this name; any other trouble says nothing of it. It holds while it is asked again. */
export function useNoSuchBatch(batchName: string): boolean {
  const { data, error } = useQuery(getBatchOptions({ path: { batch_name: batchName } }));
  const [missing, setMissing] = useState<string | null>(null);
  if (missing !== batchName && data === undefined && isProblem(error) && error.status === 404) {
    setMissing(batchName);
  }
  return missing === batchName && data === undefined;
}
