import { useElementSize } from "@mantine/hooks";

import { placed } from "./card-image";
import { type Box, type Size, stripOf } from "./geometry";
import classes from "./magnifier.module.css";

interface MagnifierProps {
  src: string;
  page: Size;
  boxes: readonly Box[];
  /** What it shows, for who does not see it. */
  label: string;
  inverted: boolean;
}

/** The line of the field in focus, enlarged from the original image. */
export function Magnifier({ src, page, boxes, label, inverted }: MagnifierProps) {
  const { ref, width } = useElementSize();
  const strip = stripOf(boxes, page, width);
  return (
    <div
      ref={ref}
      className={classes.strip}
      role="img"
      aria-label={label}
      style={{ height: strip?.height ?? 46 }}
    >
      {strip !== null && (
        <div
          className={classes.sheet}
          data-inverted={inverted || undefined}
          style={{
            width: strip.image.width,
            height: strip.image.height,
            transform: `translate(${-strip.left}px, ${-strip.top}px)`,
          }}
        >
          <img key={src} className={classes.image} src={src} alt="" decoding="sync" draggable={false} />
          {boxes.map((box, place) => (
            <span key={place} className={classes.mark} style={placed(box)} />
          ))}
        </div>
      )}
    </div>
  );
}
