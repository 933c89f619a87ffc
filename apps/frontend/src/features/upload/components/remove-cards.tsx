import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { useAnnounce } from "@/components/ui/announcer";
import { Dialog } from "@/components/ui/dialog";
import loss from "@/components/ui/loss.module.css";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";

import type { Selected } from "../api/use-card-selection";
import { useRemoveCards } from "../api/use-remove-cards";

interface RemoveCardsProps {
  batchName: string;
  cards: Selected;
  onClose: () => void;
  onRemoved: () => void;
}

/** Names what is lost, for it cannot be undone. */
export function RemoveCards({ batchName, cards, onClose, onRemoved }: RemoveCardsProps) {
  const { t } = useTranslation("upload");
  const formats = useFormats();
  const announce = useAnnounce();
  const remove = useRemoveCards(batchName);
  const chosen = [...cards.values()];
  const images = chosen.reduce((sum, card) => sum + card.images.length, 0);
  const read = chosen.filter((card) => card.status === "done").length;
  const verified = chosen.filter((card) => card.review !== "none").length;
  const count = (n: number) => ({ count: n, n: formats.number(n) });

  const run = () =>
    remove.mutate([...cards.keys()], {
      onSuccess: () => {
        announce(t("remove.done", count(chosen.length)));
        onRemoved();
      },
    });

  return (
    <Dialog title={t("remove.title", count(chosen.length))} onClose={onClose} focusBack="cards">
      <div className={loss.loss}>
        <p>{t("remove.lost")}</p>
        <ul className={loss.list}>
          <li>{t("remove.images", count(images))}</li>
          {read > 0 && <li>{t("remove.readings", count(read))}</li>}
          {verified > 0 && <li>{t("remove.reviews", count(verified))}</li>}
        </ul>
        <p>{t("remove.for_good")}</p>
        {remove.isError && <ProblemNote error={remove.error} what={t("remove.failed")} retry={run} />}
        <div className={loss.buttons}>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t("remove.keep")}
          </Button>
          <Button color="red" className={loss.remove} loading={remove.isPending} onClick={run}>
            {t("remove.confirm", count(chosen.length))}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
