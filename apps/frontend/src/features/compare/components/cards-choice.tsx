import { Button, FileButton, NativeSelect } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { BatchRead, MixesPlan } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import { useFormats } from "@/lib/format";
import { BadTruth, type Fault, readTruth } from "@/lib/truth-file";

import type { Chosen } from "./compare-view";
import classes from "./compare-view.module.css";

const SIZES = [20, 40, 60, 80, 100] as const;
/** Fewer cards tell readers apart only by chance. */
const ENOUGH = 20;
/** With fewer the service compares nothing. */
export const LEAST = 5;

interface CardsChoiceProps {
  batch: BatchRead;
  plan: MixesPlan;
  chosen: Chosen;
  onChosen: (chosen: Chosen) => void;
}

/** On which cards is measured: verified ones, or those of a file that says what stands on them. */
export function CardsChoice({ batch, plan, chosen, onChosen }: CardsChoiceProps) {
  const { t } = useTranslation("compare");
  const { t: tell } = useTranslation("evaluation");
  const formats = useFormats();
  const [fault, setFault] = useState<Fault | null>(null);
  const choose = async (file: File | null) => {
    if (file === null) return;
    setFault(null);
    try {
      const names = batch.fields.map(({ name }) => name);
      const { truth } = readTruth(file.name, await file.text(), names);
      onChosen({ ...chosen, truth: { name: file.name, truth } });
    } catch (error) {
      if (!(error instanceof BadTruth)) throw error;
      setFault(error.fault);
    }
  };
  const { length } = plan.cards;
  const n = { count: length, n: formats.number(length) };
  const limits = { least: LEAST, enough: ENOUGH };
  return (
    <div className={classes.cards}>
      <NativeSelect
        size="xs"
        label={t("cards.label")}
        value={chosen.truth === null ? String(chosen.size) : "file"}
        onChange={(event) => {
          const size = Number(event.currentTarget.value);
          if (size > 0) onChosen({ size, truth: null });
        }}
        data={[
          ...SIZES.map((size) => ({ value: String(size), label: t("cards.newest", { n: size }) })),
          ...(chosen.truth === null ? [] : [{ value: "file", label: chosen.truth.name }]),
        ]}
      />
      <FileButton
        accept=".json,.csv,.tsv,.txt"
        onChange={(file) => void choose(file)}
        inputProps={{ "aria-label": t("cards.file") }}
      >
        {(props) => (
          <Button {...props} variant="default" leftSection={<Icon name="upload" />}>
            {t("cards.file")}
          </Button>
        )}
      </FileButton>
      <p className={classes.quiet} role="status">
        {chosen.truth === null ? t("cards.verified", n) : t("cards.of_file", n)}{" "}
        {length < ENOUGH && <b>{t(length < LEAST ? "cards.needed" : "cards.few", limits)}</b>}{" "}
        {length < ENOUGH && chosen.truth === null && (
          <Link to="/batches/$batchName/verify" params={{ batchName: batch.name }}>
            {t("cards.verify")}
          </Link>
        )}
      </p>
      {fault !== null && (
        <p className={classes.fault} role="alert">
          {tell(`fault.${fault}`)}
        </p>
      )}
    </div>
  );
}
