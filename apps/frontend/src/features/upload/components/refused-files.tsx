import { Button, CopyButton } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { Icon } from "@/components/ui/icon";
import panel from "@/components/ui/panel.module.css";
import { SaidText } from "@/components/ui/said-text";
import { Tag } from "@/components/ui/tag";
import { VirtualList } from "@/components/ui/virtual-list";
import { useFormats } from "@/lib/format";
import { type Said, useSaid } from "@/lib/said";

import { KNOWN, type Refused } from "../api/upload-state";

import classes from "./refused-files.module.css";

const ROW = 56;

interface RefusedFilesProps {
  kind: "rejected" | "skipped";
  files: readonly Refused[];
}

/** Files that were not stored, each with the reason. The others are not held up by them. */
export function RefusedFiles({ kind, files }: RefusedFilesProps) {
  const { t } = useTranslation("upload");
  const said = useSaid();
  const formats = useFormats();
  if (files.length === 0) return null;
  const rejected = kind === "rejected";
  const reasonOf = (file: Refused): Said =>
    file.code === KNOWN ? { text: t("skipped.known"), lang: undefined } : said.file(file.code, file.reason);
  return (
    <section className={`${panel.panel} ${classes.box}`} aria-label={t(`${kind}.label`)}>
      <div className={classes.head}>
        <Tag tone={rejected ? "low" : "plain"} icon={rejected ? "warning" : "check"}>
          {t(`${kind}.count`, { count: files.length, n: formats.number(files.length) })}
        </Tag>
        <span className={classes.note}>{t(`${kind}.note`)}</span>
        {rejected && (
          <CopyButton value={files.map((file) => `${file.original_name}\t${reasonOf(file).text}`).join("\n")}>
            {({ copied, copy }) => (
              <Button variant="subtle" color="gray" className={classes.copy} onClick={copy}>
                {copied ? t("copied") : t("copy")}
              </Button>
            )}
          </CopyButton>
        )}
      </div>
      <VirtualList
        label={t(`${kind}.label`)}
        length={files.length}
        row={ROW}
        shown={rejected ? 4 : 2}
        render={(place) => {
          const file = files[place];
          return (
            file !== undefined && (
              <div className={classes.file}>
                <span className={rejected ? classes.bad : classes.plain}>
                  <Icon name={rejected ? "warning" : "check"} />
                </span>
                <div className={classes.words}>
                  <p className={classes.name} title={file.original_name}>
                    {file.original_name}
                  </p>
                  <p className={classes.reason} title={reasonOf(file).text}>
                    <SaidText said={reasonOf(file)} />
                  </p>
                </div>
              </div>
            )
          );
        }}
      />
    </section>
  );
}
