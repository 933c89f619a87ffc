import { useEffect, useState } from "react";

/** Rows flown past, or sorted away at once, ask for no scan: six requests at a time is all that a browser allows. */
const SETTLED_MS = 100;

/** The small scan of a row, once the row has stood for a moment. */
export function RowThumb({ src }: { src: string }) {
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(src), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [src]);
  return settled === src ? <img src={src} alt="" width={40} height={25} decoding="async" /> : <i />;
}
