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
  if (!busy || waiting === 0) return null;
  return (
    <p className={classes.waiting}>
      <Icon name="clock" size={14} />
      {/* The seconds are no news to be read aloud. */}
      <span role="status">{t("provider.waits")}</span>
      <span>{t("provider.next_call", { time: formats.duration(waiting) })}</span>
    </p>
  );
}
