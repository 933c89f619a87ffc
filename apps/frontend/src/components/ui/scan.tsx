import { useState } from "react";

import { Icon } from "./icon";
import classes from "./scan.module.css";

/** A small picture of a card. It decorates the words beside it; where it is missing, an outline keeps the place. */
export function Scan({ src, width, height }: { src: string; width: number; height: number }) {
  const [missing, setMissing] = useState<string | null>(null);
  if (missing === src) {
    return (
      <span className={classes.missing} style={{ width, height }} aria-hidden="true">
        <Icon name="card" />
      </span>
    );
  }
  return (
    <img
      className={classes.scan}
      src={src}
      alt=""
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
      onError={() => setMissing(src)}
    />
  );
}
