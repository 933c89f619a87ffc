import { useEffect } from "react";

/**
 * What opens over the page gives the focus back when it goes. `fallback`, an id, is for an opener that is gone
 * by then, as the item of a closed menu is.
 */
export function useFocusReturn(fallback: string): void {
  useEffect(() => {
    const opener = document.activeElement;
    return () => {
      const back =
        opener instanceof HTMLElement && opener !== document.body && opener.isConnected
          ? opener
          : document.getElementById(fallback);
      back?.focus();
    };
  }, [fallback]);
}
