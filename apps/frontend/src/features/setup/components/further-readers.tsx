import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { getCostOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { BatchRead, EngineRead } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import { useFormats } from "@/lib/format";
import { MOST_FURTHER, type Reader } from "@/lib/readers";

import classes from "./money.module.css";
import { SecondReader } from "./second-reader";

interface FurtherReadersProps {
  batch: BatchRead;
  engines: EngineRead[];
  first: Reader;
  further: readonly Reader[];
  onChange: (further: Reader[]) => void;
  flush: () => Promise<boolean>;
}

/** The readers beside the first, one after the other, and what all of them will still cost. */
export function FurtherReaders({ batch, engines, first, further, onChange, flush }: FurtherReadersProps) {
  const { t } = useTranslation("setup");
  const [adding, setAdding] = useState(false);
  const empty = further.length === 0 || adding;
  const places: (Reader | null)[] = empty ? [...further, null] : [...further];
  return (
    <>
      {places.map((reader, place) => (
        <SecondReader
          key={place}
          batch={batch}
          engines={engines}
          place={place}
          others={[first, ...further.filter((_, n) => n !== place)]}
          second={reader}
          onChoose={(next) => {
            if (reader === null) setAdding(false);
            onChange([
              ...further.slice(0, place),
              ...(next === null ? [] : [next]),
              ...further.slice(place + 1),
            ]);
          }}
          flush={flush}
        />
      ))}
      {!empty && further.length < MOST_FURTHER && (
        <div className={classes.row}>
          <Button
            variant="subtle"
            leftSection={<Icon name="plus" size={14} />}
            onClick={() => setAdding(true)}
          >
            {t("second.add")}
          </Button>
        </div>
      )}
      {further.length > 0 && <Together batch={batch} />}
    </>
  );
}

/** Every reader says above what it costs; this is the sum, as soon as each of them is known. */
function Together({ batch }: { batch: BatchRead }) {
  const { t } = useTranslation("setup");
  const formats = useFormats();
  const cost = useQuery(getCostOptions({ path: { batch_name: batch.name } })).data;
  const expected = cost?.expected;
  if (expected === null || expected === undefined || expected.cost === 0) return null;
  return (
    <p className={classes.quiet} role="status">
      {t("estimate.together", {
        cost: formats.money(expected.cost),
        margin: formats.money(expected.margin),
      })}
    </p>
  );
}
