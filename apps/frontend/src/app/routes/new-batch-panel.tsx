import { useTranslation } from "react-i18next";

import type { BatchRead } from "@/api/gen/types.gen";
import { SidePanel } from "@/components/ui/side-panel";
import type { Chosen } from "@/features/upload/api/dropped-files";
import { NewBatchForm } from "@/features/upload/components/new-batch-form";

interface NewBatchPanelProps {
  /** Files that were dropped on the page. */
  first: Chosen | null;
  onCreated: (batch: BatchRead) => void;
  onClose: () => void;
}

/** Says what the drawer is, beside the list; the files are then on their way to its own place. */
export function NewBatchPanel({ first, onCreated, onClose }: NewBatchPanelProps) {
  const { t } = useTranslation("upload");
  return (
    <SidePanel title={t("form.heading")} onClose={onClose} focusBack="main">
      <NewBatchForm first={first} onCreated={onCreated} />
    </SidePanel>
  );
}
