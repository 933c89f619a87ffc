import { useQuery } from "@tanstack/react-query";

import { getBatchOptions } from "@/api/gen/@tanstack/react-query.gen";
import { isProblem } from "@/lib/problem";

/** The service knows no batch of this name; any other trouble says nothing of it. */
export function useNoSuchBatch(batchName: string): boolean {
  const { data, error } = useQuery(getBatchOptions({ path: { batch_name: batchName } }));
  return data === undefined && isProblem(error) && error.status === 404;
}
