import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";

import { Icon } from "./icon";

interface SearchFieldProps {
  label: string;
  q: string;
  onSearch: (q: string) => void;
  className: string | undefined;
}

/** What is typed goes to the address after a breath, not after every key. */
export function SearchField({ label, q, onSearch, className }: SearchFieldProps) {
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
      className={className}
      size="xs"
      type="search"
      aria-label={label}
      placeholder={label}
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
