import { useTranslation } from "react-i18next";

import { Icon } from "@/components/ui/icon";
import { Tag } from "@/components/ui/tag";
import { useFormats } from "@/lib/format";

import type { Refused } from "../api/upload-queue";

import classes from "./refused-files.module.css";

/** So many stand in the list; who has more to mend has a pattern to mend, not names to read. */
const SHOWN = 100;

interface RefusedFilesProps {
  kind: "rejected" | "skipped";
  files: readonly Refused[];
}

/** Files that were not stored, each with the service's reason. The others are not held up by them. */
export function RefusedFiles({ kind, files }: RefusedFilesProps) {
  const { t } = useTranslation("upload");
  const formats = useFormats();
  if (files.length === 0) return null;
  const rejected = kind === "rejected";
  return (
    <section className={classes.box} aria-label={t(`${kind}.label`)}>
      <div className={classes.head}>
        <Tag tone={rejected ? "low" : "plain"} icon={rejected ? "warning" : "check"}>
          {t(`${kind}.count`, { count: files.length, n: formats.number(files.length) })}
        </Tag>
        <span className={classes.note}>{t(`${kind}.note`)}</span>
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
      <ul className={classes.list} tabIndex={0} aria-label={t(`${kind}.label`)}>
        {files.slice(0, SHOWN).map((file, place) => (
          <li key={`${place} ${file.original_name}`} className={classes.file}>
            <span className={rejected ? classes.bad : classes.plain}>
              <Icon name={rejected ? "warning" : "check"} />
            </span>
            <div>
              <p className={classes.name}>{file.original_name}</p>
              <p lang="en">{file.reason}</p>
            </div>
          </li>
        ))}
        {files.length > SHOWN && (
          <li className={classes.file}>
            {t("refused_more", { count: files.length - SHOWN, n: formats.number(files.length - SHOWN) })}
          </li>
        )}
      </ul>
    </section>
  );
}
