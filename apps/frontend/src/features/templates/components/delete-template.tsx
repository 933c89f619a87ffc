import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { TemplateRead } from "@/api/gen/types.gen";
import { useAnnounce } from "@/components/ui/announcer";
import { Dialog } from "@/components/ui/dialog";
import loss from "@/components/ui/loss.module.css";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";

import { useDeleteTemplate } from "../api/use-templates";

interface DeleteTemplateProps {
  template: TemplateRead;
  onClose: () => void;
  onDeleted: () => void;
}

/** Names what is lost, and what is not: batches keep the fields that they have. */
export function DeleteTemplate({ template, onClose, onDeleted }: DeleteTemplateProps) {
  const { t } = useTranslation("templates");
  const formats = useFormats();
  const announce = useAnnounce();
  const remove = useDeleteTemplate(template, () => {
    announce(t("delete.done", { name: template.name }));
    onDeleted();
  });
  const count = template.fields.length;
  const used = template.batches?.length ?? 0;
  return (
    <Dialog title={t("delete.title", { name: template.name })} onClose={onClose} focusBack="delete-template">
      <div className={loss.loss}>
        <p>{t("delete.lost", { count, n: formats.number(count) })}</p>
        {used > 0 && <p>{t("delete.kept", { count: used, n: formats.number(used) })}</p>}
        {remove.isError && <ProblemNote error={remove.error} what={t("delete.failed")} />}
        <div className={loss.buttons}>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t("delete.keep")}
          </Button>
          <Button
            color="red"
            className={loss.remove}
            loading={remove.isPending}
            onClick={() => remove.mutate()}
          >
            {t("delete.confirm")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
