import { useTranslation } from "react-i18next";

import { SearchField } from "@/components/ui/search-field";

import classes from "./batch-search.module.css";

export function BatchSearch({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const { t } = useTranslation("batches");
  return <SearchField label={t("search")} q={q} onSearch={onSearch} className={classes.search} />;
}
