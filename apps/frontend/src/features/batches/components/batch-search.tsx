import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Icon } from "@/components/ui/icon";

import classes from "./batch-search.module.css";

/** What is typed goes to the address after a breath, not after every key. */
export function BatchSearch({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const { t } = useTranslation("batches");
  const [typed, setTyped] = useState(q);
  const [known, setKnown] = useState(q);
  const search = useDebouncedCallback((text: string) => {
    setKnown(text);
    onSearch(text);
  }, 250);
  if (q !== known) {
    // The address changed, and not by this field: back, or a cleared search.
    setKnown(q);
    setTyped(q);
  }
  return (
    <TextInput
      className={classes.search}
      size="xs"
      type="search"
      aria-label={t("search")}
      placeholder={t("search")}
      leftSection={<Icon name="search" />}
      value={typed}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        search(text.trim());
      }}
    />
  );
}
