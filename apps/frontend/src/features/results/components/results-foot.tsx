import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Icon } from "@/components/ui/icon";
import { useFormats } from "@/lib/format";
import { keepPicked } from "@/lib/picked-cards";

import type { CellSave } from "../api/cell-saves";

import { CertaintyLegend } from "./certainty-legend";
import classes from "./results-foot.module.css";
import { SetValue } from "./set-value";
import type { Results } from "./use-results";

/** What can be done with the chosen cards; what the signs mean; whether everything is saved. */
export function ResultsFoot({ results }: { results: Results }) {
  const { t } = useTranslation("results");
  const formats = useFormats();
  const navigate = useNavigate();
  const [setting, setSetting] = useState(false);
  const { chosen, undoing } = results;
  const n = formats.number(chosen);
  const compare = async () => {
    keepPicked(results.batchName, await results.chosenNames());
    await navigate({ to: "/batches/$batchName/compare", params: { batchName: results.batchName } });
  };
  return (
    <div className={classes.foot} data-chosen={chosen > 0 || undefined} role="group" aria-label={t("foot")}>
      {chosen > 0 ? (
        <>
          <strong>{t("selection.count", { count: chosen, n })}</strong>
          <Button
            variant="default"
            leftSection={<Icon name="check" size={14} />}
            loading={undoing.busy}
            onClick={() => results.changeChosen({ accept: "all" })}
          >
            {t("selection.accept")}
          </Button>
          <Button
            id="set-value"
            variant="default"
            leftSection={<Icon name="draft" size={14} />}
            disabled={undoing.busy}
            onClick={() => setSetting(true)}
          >
            {t("selection.set")}
          </Button>
          <Button variant="default" disabled={undoing.busy} onClick={() => void compare()}>
            {t("selection.compare")}
          </Button>
          <Button variant="subtle" onClick={results.clearSelection}>
            {t("selection.clear")}
          </Button>
        </>
      ) : (
        <span className={classes.hint}>{t("selection.hint")}</span>
      )}
      <div className={classes.end}>
        <CertaintyLegend />
        <SaveState results={results} />
      </div>
      {setting && (
        <SetValue
          fields={results.columns.map(({ name }) => name)}
          first={results.field}
          count={chosen}
          onSet={(field, value) => results.changeChosen({ set: { [field]: value } })}
          onClose={() => setSetting(false)}
        />
      )}
    </div>
  );
}

function SaveState({ results }: { results: Results }) {
  const { t } = useTranslation("results");
  const all = [...results.saves.values()];
  const troubled = all.filter(({ state }) => state !== "saving");
  const failed = troubled.filter(({ state }) => state === "failed");
  // One after the other, when there are several.
  const [shown, setShown] = useState<CellSave | null>(null);
  const next = troubled[(shown === null ? -1 : troubled.indexOf(shown)) + 1] ?? troubled[0];
  return (
    <div className={classes.saved} role="status">
      {troubled.length > 0 ? (
        <span data-trouble>{t("save.troubled", { count: troubled.length })}</span>
      ) : (
        <span data-typing={results.isTyping || undefined}>
          {all.length > 0 ? t("save.saving") : results.isTyping ? t("save.typing") : t("save.saved")}
        </span>
      )}
      {next !== undefined && (
        <Button
          variant="default"
          size="compact-xs"
          aria-label={t("save.show_label", { field: next.field, card: next.filename })}
          onClick={() => {
            setShown(next);
            results.showSave(next);
          }}
        >
          {t("save.show")}
        </Button>
      )}
      {failed.length > 0 && (
        <Button variant="default" size="compact-xs" onClick={() => failed.forEach(results.again)}>
          {t("save.again_all")}
        </Button>
      )}
    </div>
  );
}
