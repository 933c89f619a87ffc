import { Button, FileButton, NativeSelect, NumberInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { BatchRead, MixesPlan } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import { useFormats } from "@/lib/format";
import { BadTruth, type Fault, readTruth } from "@/lib/truth-file";

import { type Chosen, FEWEST, MOST } from "../api/chosen";

import classes from "./compare-view.module.css";
import { PickedCards } from "./picked-cards";

/** Fewer cards tell readers apart only by chance. */
const ENOUGH = 20;
const NAMED = 5;
/** With fewer the service compares nothing. */
export const LEAST = 5;

interface CardsChoiceProps {
  batch: BatchRead;
  plan: MixesPlan;
  chosen: Chosen;
  onChosen: (chosen: Chosen) => void;
}

/** On which cards is measured: verified ones, newest, drawn or picked, or those of a file that says what they hold. */
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
      onChosen({ ...chosen, by: "truth", truth: { name: file.name, truth } });
    } catch (error) {
      if (!(error instanceof BadTruth)) throw error;
      setFault(error.fault);
    }
  };
  const { length } = plan.cards;
  const n = { count: length, n: formats.number(length) };
  const ways: Chosen["by"][] = [
    "newest",
    "random",
    "hand",
    ...(chosen.truth === null ? [] : ["truth" as const]),
  ];
  const limits = { least: LEAST, enough: ENOUGH };
  return (
    <div className={classes.cards}>
      <NativeSelect
        size="xs"
        label={t("cards.label")}
        value={chosen.by}
        onChange={(event) => {
          const by = ways.find((way) => way === event.currentTarget.value);
          if (by !== undefined) onChosen({ ...chosen, by });
        }}
        data={ways.map((way) => ({
          value: way,
          label: way === "truth" ? (chosen.truth?.name ?? "") : t(`cards.by.${way}`),
        }))}
      />
      {(chosen.by === "newest" || chosen.by === "random") && (
        <NumberInput
          size="xs"
          className={classes.size}
          label={t("cards.size")}
          value={chosen.size}
          min={FEWEST}
          max={MOST}
          allowDecimal={false}
          clampBehavior="blur"
          onChange={(size) => {
            if (typeof size === "number" && size >= FEWEST && size <= MOST) onChosen({ ...chosen, size });
          }}
        />
      )}
      {chosen.by === "random" && (
        <Button
          variant="default"
          leftSection={<Icon name="refresh" size={14} />}
          onClick={() => onChosen({ ...chosen, seed: chosen.seed + 1 })}
        >
          {t("cards.draw")}
        </Button>
      )}
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
      {chosen.by === "hand" && (
        <PickedCards cards={chosen.cards} onPick={(cards) => onChosen({ ...chosen, cards })} />
      )}
      <p className={classes.quiet} role="status">
        {chosen.by === "truth" ? t("cards.of_file", n) : t("cards.verified", n)}{" "}
        {chosen.by === "random" && t("cards.seed", { seed: chosen.seed })}{" "}
        <LeftOut names={plan.left_out ?? []} />{" "}
        {length < ENOUGH && <b>{t(length < LEAST ? "cards.needed" : "cards.few", limits)}</b>}{" "}
        {length < ENOUGH && chosen.by !== "truth" && (
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

function LeftOut({ names }: { names: readonly string[] }) {
  const { t } = useTranslation("compare");
  const formats = useFormats();
  if (names.length === 0) return null;
  const some = names.slice(0, NAMED).join(", ") + (names.length > NAMED ? " …" : "");
  return t("cards.left_out", { count: names.length, n: formats.number(names.length), names: some });
}
