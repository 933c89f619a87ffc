import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { MOST_EXAMPLES, type SetupOptions } from "../api/setup-draft";

import money from "./money.module.css";

interface ModelHelpProps {
  options: SetupOptions;
  onChange: (part: Partial<SetupOptions>) => void;
}

/** What goes to a model besides the card, and in which language the card is. */
export function ModelHelp({ options, onChange }: ModelHelpProps) {
  const { t } = useTranslation("setup");
  const counts = Array.from({ length: MOST_EXAMPLES + 1 }, (_, count) => count);
  return (
    <>
      <Checkbox
        size="xs"
        label={t("hint.label")}
        checked={options.hint}
        onChange={(event) => onChange({ hint: event.currentTarget.checked })}
      />
      <div className={money.row}>
        <NativeSelect
          size="xs"
          label={t("examples.label")}
          description={options.examples > 0 ? t("examples.note") : undefined}
          value={String(options.examples)}
          onChange={(event) => onChange({ examples: Number(event.currentTarget.value) })}
          data={counts.map((count) => ({ value: String(count), label: t("examples.count", { count }) }))}
        />
        <TextInput
          size="xs"
          label={t("language.label")}
          placeholder={t("language.any")}
          value={options.language}
          onChange={(event) => onChange({ language: event.currentTarget.value })}
          maxLength={100}
        />
      </div>
    </>
  );
}
