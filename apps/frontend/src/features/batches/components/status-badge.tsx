import { useTranslation } from "react-i18next";

import type { BatchStatus } from "@/api/gen/types.gen";
import type { IconName } from "@/components/ui/icon";
import { Tag, type Tone } from "@/components/ui/tag";

const SIGNS: Record<BatchStatus, { tone: Tone; icon: IconName }> = {
  draft: { tone: "plain", icon: "draft" },
  running: { tone: "run", icon: "play" },
  cancelling: { tone: "mid", icon: "stop" },
  completed: { tone: "ok", icon: "check" },
  cancelled: { tone: "plain", icon: "stop" },
  paused: { tone: "mid", icon: "pause" },
  interrupted: { tone: "mid", icon: "warning" },
};

export function StatusBadge({ status }: { status: BatchStatus }) {
  const { t } = useTranslation("batches");
  return (
    <Tag tone={SIGNS[status].tone} icon={SIGNS[status].icon}>
      {t(`status.${status}`)}
    </Tag>
  );
}
