import { useState } from "react";

import type { EvidenceRead, RecordRead } from "@/api/gen/types.gen";

import { scanUrl } from "../api/scan-url";

import classes from "./evidence.module.css";

interface EvidenceCropProps {
  record: RecordRead;
  evidence: EvidenceRead;
  width: number;
  height: number;
}

/** The place on the scan where the value stands, large enough to be read. */
export function EvidenceCrop({ record, evidence, width, height }: EvidenceCropProps) {
  const [size, setSize] = useState<{ src: string; width: number; height: number } | null>(null);
  const filename = record.images[evidence.image] ?? record.filename;
  const src = scanUrl(record.batch, filename);
  const [x, y, w, h] = evidence.box;
  const known = size?.src === src ? size : null;
  const scale =
    known === null
      ? 1
      : Math.min(1.5, (width * 0.94) / (w * known.width), (height * 0.6) / (h * known.height));
  const place =
    known === null
      ? undefined
      : {
          width: known.width * scale,
          height: known.height * scale,
          transform: `translate(${width / 2 - (x + w / 2) * known.width * scale}px, ${
            height / 2 - (y + h / 2) * known.height * scale
          }px)`,
        };
  return (
    <div className={classes.crop} style={{ width, height }} data-ready={known !== null || undefined}>
      <img
        key={src}
        src={src}
        alt=""
        style={place}
        onLoad={({ currentTarget: image }) =>
          setSize({ src, width: image.naturalWidth, height: image.naturalHeight })
        }
      />
      {known !== null && (
        <span
          className={classes.box}
          style={{
            width: w * known.width * scale + 6,
            height: h * known.height * scale + 6,
            left: width / 2 - (w * known.width * scale) / 2 - 3,
            top: height / 2 - (h * known.height * scale) / 2 - 3,
          }}
        />
      )}
    </div>
  );
}
