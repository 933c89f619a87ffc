import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

/** Calls `heard` whenever the service is there again: the browser came online, or a question was answered. */
export function useAnswers(heard: () => void): void {
  const client = useQueryClient();
  useEffect(() => {
    // The place is only shown where its batch was answered.
    heard();
    window.addEventListener("online", heard);
    const leave = client.getQueryCache().subscribe((event) => {
      if (event.type !== "updated" || event.action.type !== "success") return;
      // What is put into the cache by hand is no answer.
      if (event.action.manual !== true) heard();
    });
    return () => {
      window.removeEventListener("online", heard);
      leave();
    };
  }, [client, heard]);
}
