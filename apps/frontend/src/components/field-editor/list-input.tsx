import { Textarea } from "@mantine/core";
import { useState } from "react";

interface ListInputProps {
  label: string;
  description: string;
  items: readonly string[];
  parse: (text: string) => string[];
  onChange: (items: string[]) => void;
  error?: string | undefined;
}

/** A list as people write it down, one item a line. The text stays as it is typed until the focus leaves. */
export function ListInput({ label, description, items, parse, onChange, error }: ListInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Textarea
      label={label}
      description={description}
      value={typed ?? items.join("\n")}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(parse(event.currentTarget.value));
      }}
      onBlur={() => setTyped(null)}
      error={error}
      size="xs"
      autosize
      minRows={1}
      maxRows={6}
    />
  );
}
