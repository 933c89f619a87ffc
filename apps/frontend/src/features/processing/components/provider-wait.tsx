import { useTranslation } from "react-i18next";

import type { BatchRead } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import { useFormats } from "@/lib/format";

import { useCost } from "../api/use-cost";

import classes from "./provider-wait.module.css";

/** The provider has asked to be called later: nothing moves, and nothing is wrong. */
export function ProviderWait({ batch, busy }: { batch: BatchRead; busy: boolean }) {
  const { t } = useTranslation("processing");
  const formats = useFormats();
  const waiting = useCost(batch, busy).data?.waiting ?? 0;
  const waits = busy && waiting > 0;
  return (
    <p className={waits ? classes.waiting : undefined}>
      {waits && <Icon name="clock" size={14} />}
      {/* The seconds are no news to be read aloud. */}
      <span role="status">{waits && t("provider.waits")}</span>
      {waits && <span>{t("provider.next_call", { time: formats.duration(Math.max(1, waiting)) })}</span>}
    </p>
  );
}
