import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import type { FieldIn } from "@/api/gen/types.gen";
import { useFormats } from "@/lib/format";

import { readRecordsSearch, type RecordsSearch } from "../api/records-search";

import classes from "./forms.module.css";

interface FilterFormProps {
  search: RecordsSearch;
  fields: readonly FieldIn[];
  onFilter: (change: RecordsSearch) => void;
}

const REVIEWS = ["open", "none", "partial", "complete"] as const;
const DIFFERS = ["open", "any"] as const;
const STATUSES = ["done", "failed"] as const;
const LIMITS = [0.99, 0.95, 0.9, 0.8, 0.72, 0.5];
type Rule = "any" | "contains" | "blank" | "filled";

/** All filters in one form; what is left open does not filter. */
export function FilterForm({ search, fields, onFilter }: FilterFormProps) {
  const { t } = useTranslation("results");
  const formats = useFormats();
  const [field, setField] = useState(search.field ?? "");
  const [rule, setRule] = useState<Rule>(ruleOf(search));
  const [value, setValue] = useState(search.value ?? "");
  const [max, setMax] = useState(search.max === undefined ? "" : String(search.max));
  const [review, setReview] = useState<string>(search.review ?? "");
  const [differ, setDiffer] = useState<string>(search.differ ?? "");
  const [status, setStatus] = useState<string>(search.status ?? "");

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const ofField = rule === "contains" ? { value } : rule === "blank" ? { value: "" } : {};
    const idle = field !== "" && rule === "any" && max === "" && differ === "";
    onFilter({
      field: undefined,
      value: undefined,
      max: undefined,
      review: undefined,
      status: undefined,
      differ: undefined,
      ...readRecordsSearch({ field: idle ? "" : field, ...ofField, max, review, status, differ }),
    });
  };

  const anything = { value: "", label: t("filter.any") };
  return (
    <form onSubmit={submit} className={classes.form}>
      <NativeSelect
        size="xs"
        label={t("filter.field")}
        data={[{ value: "", label: t("filter.any_field") }, ...fields.map(({ name }) => name)]}
        value={field}
        onChange={(event) => {
          setField(event.currentTarget.value);
          if (rule === "any") setRule("contains");
        }}
      />
      {field !== "" && (
        <NativeSelect
          size="xs"
          label={t("filter.rule")}
          data={(["contains", "blank", "filled", "any"] as const).map((one) => ({
            value: one,
            label: t(`filter.rules.${one}`),
          }))}
          value={rule}
          onChange={(event) => setRule(event.currentTarget.value as Rule)}
        />
      )}
      {field !== "" && rule === "contains" && (
        <TextInput
          size="xs"
          label={t("filter.value")}
          value={value}
          autoComplete="off"
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      )}
      <NativeSelect
        size="xs"
        label={field === "" ? t("filter.certainty") : t("filter.certainty_field")}
        data={[
          anything,
          ...LIMITS.map((limit) => ({
            value: String(limit),
            label: t("filter.below", { share: formats.share(limit) }),
          })),
        ]}
        value={max}
        onChange={(event) => setMax(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label={t("filter.review")}
        data={[anything, ...REVIEWS.map((one) => ({ value: one, label: t(`filter.reviews.${one}`) }))]}
        value={review}
        onChange={(event) => setReview(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label={field === "" ? t("filter.readers") : t("filter.readers_field")}
        data={[anything, ...DIFFERS.map((one) => ({ value: one, label: t(`filter.differs.${one}`) }))]}
        value={differ}
        onChange={(event) => setDiffer(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label={t("filter.status")}
        data={[anything, ...STATUSES.map((one) => ({ value: one, label: t(`filter.statuses.${one}`) }))]}
        value={status}
        onChange={(event) => setStatus(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit">{t("filter.apply")}</Button>
      </div>
    </form>
  );
}

function ruleOf(search: RecordsSearch): Rule {
  if (search.field === undefined) return "any";
  if (search.value === undefined)
    return search.max === undefined && search.differ === undefined ? "filled" : "any";
  return search.value === "" ? "blank" : "contains";
}
