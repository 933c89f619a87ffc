import { Button, Checkbox, FileButton, Radio, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { BatchRead } from "@/api/gen/types.gen";
import { BusyButton } from "@/components/ui/busy-button";
import { Icon } from "@/components/ui/icon";
import panel from "@/components/ui/panel.module.css";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";
import { BadTruth, type Fault, readTruth, type TruthFile } from "@/lib/truth-file";

import type { useEvaluations } from "../api/use-evaluations";

import classes from "./evaluation.module.css";

type Chosen = { name: string; file: TruthFile } | { name: string; fault: Fault } | null;

interface EvaluationFormProps {
  batch: BatchRead;
  evaluations: ReturnType<typeof useEvaluations>;
  onDone: (run: number) => void;
}

/** A new run: against what people verified, or against a file that says what stands on the cards. */
export function EvaluationForm({ batch, evaluations: { evaluate }, onDone }: EvaluationFormProps) {
  const { t } = useTranslation("evaluation");
  const [against, setAgainst] = useState<"verified" | "file">("verified");
  const [chosen, setChosen] = useState<Chosen>(null);
  const [withVerified, setWithVerified] = useState(false);
  const [title, setTitle] = useState("");
  const truth = chosen !== null && "file" in chosen ? chosen.file : null;

  const choose = async (file: File | null) => {
    if (file === null) return;
    setAgainst("file");
    const content = await file.text();
    try {
      const fields = batch.fields.map(({ name }) => name);
      setChosen({ name: file.name, file: readTruth(file.name, content, fields) });
    } catch (error) {
      if (!(error instanceof BadTruth)) throw error;
      setChosen({ name: file.name, fault: error.fault });
    }
  };
  const ready = !evaluate.isPending && (against === "verified" || truth !== null);
  const run = () => {
    if (!ready) return;
    const named = title.trim() || (against === "file" ? (chosen?.name ?? "") : t("new.verified_name"));
    evaluate.mutate(
      {
        title: named,
        ...(against === "file" && truth !== null ? { truth: truth.truth, with_verified: withVerified } : {}),
      },
      { onSuccess: ({ id }) => onDone(id) },
    );
  };
  return (
    <section className={panel.panel} aria-labelledby="new-run">
      <div className={classes.title}>
        <h2 id="new-run">{t("new.title")}</h2>
      </div>
      <form
        className={classes.body}
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <Radio.Group
          label={t("new.against")}
          value={against}
          onChange={(value) => setAgainst(value === "file" ? "file" : "verified")}
        >
          <div className={classes.choices}>
            <Radio
              size="xs"
              value="verified"
              label={t("new.verified")}
              description={t("new.verified_what")}
              classNames={{ description: classes.described ?? "" }}
            />
            <Radio
              size="xs"
              value="file"
              label={t("new.file")}
              description={t("new.file_what")}
              classNames={{ description: classes.described ?? "" }}
            />
          </div>
        </Radio.Group>
        {against === "file" && (
          <>
            <div className={classes.row}>
              <FileButton
                accept=".json,.csv,.tsv,.txt"
                onChange={(file) => void choose(file)}
                inputProps={{ "aria-label": t("new.choose") }}
              >
                {(props) => (
                  <Button {...props} variant="default" leftSection={<Icon name="upload" />}>
                    {t("new.choose")}
                  </Button>
                )}
              </FileButton>
              <ChosenFile chosen={chosen} />
            </div>
            <Checkbox
              size="xs"
              label={t("new.with_verified")}
              description={t("new.with_verified_what")}
              classNames={{ description: classes.described ?? "" }}
              checked={withVerified}
              onChange={(event) => setWithVerified(event.currentTarget.checked)}
            />
          </>
        )}
        <TextInput
          size="xs"
          label={t("new.name")}
          maxLength={300}
          placeholder={against === "file" ? (chosen?.name ?? "") : t("new.verified_name")}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        {evaluate.isError && (
          <ProblemNote error={evaluate.error} what={t("new.failed")} dismiss={evaluate.reset} />
        )}
        <div className={classes.row}>
          <BusyButton type="submit" busy={!ready}>
            {t("new.run")}
          </BusyButton>
        </div>
      </form>
    </section>
  );
}

function ChosenFile({ chosen }: { chosen: Chosen }) {
  const { t } = useTranslation("evaluation");
  const formats = useFormats();
  if (chosen === null) return <span className={classes.quiet}>{t("new.no_file")}</span>;
  if ("fault" in chosen) {
    return (
      <span className={classes.fault} role="alert">
        <Icon name="warning" size={14} />
        <span>
          {chosen.name}: {t(`fault.${chosen.fault}`)}
        </span>
      </span>
    );
  }
  const { cards, ignored } = chosen.file;
  return (
    <span className={classes.quiet} role="status">
      {t("new.holds", { count: cards, name: chosen.name, n: formats.number(cards) })}{" "}
      {ignored.length > 0 && t("new.ignored", { fields: ignored.join(", ") })}
    </span>
  );
}
