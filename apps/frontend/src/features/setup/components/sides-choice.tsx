import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { isPattern, PAIRINGS, type SetupOptions } from "../api/setup-draft";

import classes from "./choices.module.css";

/** Not words: a pattern is the same in every language. */
const EXAMPLE = "(?P<card>\\d+)_(?P<side>[rv])";

interface SidesChoiceProps {
  options: SetupOptions;
  onChange: (options: SetupOptions) => void;
  /** Shows what the choice makes of the batch's images. */
  onPreview: (() => void) | undefined;
}

/** How images become cards: each alone, or fronts with their backs. */
export function SidesChoice({ options, onChange, onPreview }: SidesChoiceProps) {
  const { t } = useTranslation("setup");
  const byPattern = options.pairing === "pattern";
  return (
    <div className={classes.sides}>
      <NativeSelect
        size="xs"
        label={t("sides.title")}
        value={options.pairing}
        onChange={(event) => {
          const pairing = PAIRINGS.find((known) => known === event.currentTarget.value);
          if (pairing !== undefined) onChange({ ...options, pairing });
        }}
        data={PAIRINGS.map((value) => ({ value, label: t(`sides.${value}`) }))}
      />
      {byPattern && (
        <TextInput
          size="xs"
          label={t("sides.pattern_label")}
          description={t("sides.pattern_note")}
          placeholder={EXAMPLE}
          value={options.pattern ?? ""}
          onChange={(event) => onChange({ ...options, pattern: event.currentTarget.value || null })}
          error={isPattern(options.pattern) ? undefined : t("problem.pattern_groups")}
          maxLength={500}
          ff="monospace"
        />
      )}
      <Button
        variant="subtle"
        onClick={onPreview}
        disabled={onPreview === undefined || (byPattern && !isPattern(options.pattern))}
      >
        {t("sides.preview")}
      </Button>
    </div>
  );
}
