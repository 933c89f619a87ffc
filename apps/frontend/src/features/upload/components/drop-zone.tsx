import { Button } from "@mantine/core";
import { type DragEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { Icon } from "@/components/ui/icon";

import { type Chosen, chosenFiles, droppedFiles } from "../api/dropped-files";

import classes from "./drop-zone.module.css";

interface DropZoneProps {
  onFiles: (chosen: Chosen) => void;
  disabled?: boolean;
}

/** Takes files and whole folders, by drop or by picker. The service judges each file; nothing is turned away here. */
export function DropZone({ onFiles, disabled = false }: DropZoneProps) {
  const { t } = useTranslation("upload");
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  const take = (input: HTMLInputElement) => {
    onFiles(chosenFiles(input.files));
    // The same choice again is a change again.
    input.value = "";
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    if (!disabled) void droppedFiles(event.dataTransfer).then(onFiles);
  };

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping has the buttons as its like
    <div
      className={classes.zone}
      data-over={(over && !disabled) || undefined}
      role="group"
      aria-label={t("drop.label")}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span className={classes.sign}>
        <Icon name="upload" size={28} />
      </span>
      <p className={classes.title}>{t("drop.title")}</p>
      <div className={classes.buttons}>
        <Button variant="default" disabled={disabled} onClick={() => folder.current?.click()}>
          {t("drop.folder")}
        </Button>
        <Button variant="default" disabled={disabled} onClick={() => files.current?.click()}>
          {t("drop.files")}
        </Button>
      </div>
      <p className={classes.note}>{t("drop.formats")}</p>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        data-testid="choose-files"
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        webkitdirectory=""
        data-testid="choose-folder"
        onChange={(event) => take(event.currentTarget)}
      />
    </div>
  );
}
