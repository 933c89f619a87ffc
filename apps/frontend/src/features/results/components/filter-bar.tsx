import { ActionIcon, Button, Popover } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { FieldIn } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import { SearchField } from "@/components/ui/search-field";
import { useFormats } from "@/lib/format";

import type { RecordsSearch } from "../api/records-search";

import { FilterForm } from "./filter-form";
import classes from "./results-toolbar.module.css";

interface FilterBarProps {
  search: RecordsSearch;
  fields: readonly FieldIn[];
  onSearch: (change: RecordsSearch) => void;
}

/** What the table shows: the search, and each filter with a way out of it. */
export function FilterBar({ search, fields, onSearch }: FilterBarProps) {
  const { t } = useTranslation("results");
  const [open, setOpen] = useState(false);
  const chips = useChips(search);
  return (
    <>
      <SearchBox q={search.q ?? ""} onQ={(q) => onSearch({ ...search, q: q === "" ? undefined : q })} />
      {chips.map(({ key, label, without }) => (
        <span key={key} className={classes.chip}>
          <span title={label}>{label}</span>
          <ActionIcon
            variant="transparent"
            size={24}
            aria-label={t("filter.remove", { filter: label })}
            onClick={() => onSearch({ ...search, ...without })}
          >
            <Icon name="close" size={12} />
          </ActionIcon>
        </span>
      ))}
      <Popover opened={open} onChange={setOpen} trapFocus position="bottom-start" width={300} shadow="md">
        <Popover.Target>
          <Button
            variant="default"
            leftSection={<Icon name="plus" size={14} />}
            aria-expanded={open}
            onClick={() => setOpen((now) => !now)}
          >
            {t("filter.add")}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t("filter.add")}>
          <FilterForm
            search={search}
            fields={fields}
            onFilter={(change) => {
              setOpen(false);
              onSearch({ ...search, ...change });
            }}
          />
        </Popover.Dropdown>
      </Popover>
    </>
  );
}

function useChips(search: RecordsSearch): { key: string; label: string; without: RecordsSearch }[] {
  const { t } = useTranslation("results");
  const formats = useFormats();
  const chips: { key: string; label: string; without: RecordsSearch }[] = [];
  if (search.field !== undefined) {
    const parts = [
      ...(search.value === undefined
        ? search.max === undefined && search.differ === undefined
          ? [t("filter.filled")]
          : []
        : [search.value === "" ? t("filter.blank") : t("filter.contains", { value: search.value })]),
      ...(search.max === undefined ? [] : [t("filter.below", { share: formats.share(search.max) })]),
    ];
    if (parts.length > 0) {
      chips.push({
        key: "field",
        label: `${search.field}: ${parts.join(", ")}`,
        without: { field: undefined, value: undefined, max: undefined },
      });
    }
  } else if (search.max !== undefined) {
    chips.push({
      key: "max",
      label: `${t("filter.certainty")}: ${t("filter.below", { share: formats.share(search.max) })}`,
      without: { max: undefined },
    });
  }
  if (search.differ !== undefined) {
    const differ = t(`filter.differs.${search.differ}`);
    const only = search.field !== undefined && search.value === undefined && search.max === undefined;
    chips.push({
      key: "differ",
      label:
        search.field === undefined
          ? `${t("filter.readers")}: ${differ}`
          : t("filter.differ_in", { field: search.field, differ }),
      without: { differ: undefined, ...(only && { field: undefined }) },
    });
  }
  if (search.review !== undefined) {
    chips.push({
      key: "review",
      label: `${t("filter.review")}: ${t(`filter.reviews.${search.review}`)}`,
      without: { review: undefined },
    });
  }
  if (search.status !== undefined) {
    chips.push({
      key: "status",
      label: `${t("filter.status")}: ${t(`filter.statuses.${search.status}`)}`,
      without: { status: undefined },
    });
  }
  return chips;
}

function SearchBox({ q, onQ }: { q: string; onQ: (q: string) => void }) {
  const { t } = useTranslation("results");
  return <SearchField label={t("filter.search")} q={q} onSearch={onQ} className={classes.search} />;
}
