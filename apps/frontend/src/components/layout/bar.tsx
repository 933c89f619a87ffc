import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Icon } from "@/components/ui/icon";

import classes from "./bar.module.css";
import { LanguageSwitch } from "./language-switch";
import { ThemeSwitch } from "./theme-switch";

/** The one bar, 48 px: the name, and on its right what concerns the person and not the work. */
export function Bar({ children }: { children?: ReactNode }) {
  const { t } = useTranslation("app");
  return (
    <header className={classes.bar}>
      <a className={classes.skip} href="#main">
        {t("skip")}
      </a>
      <Link to="/" className={classes.brand}>
        <Icon name="card" size={20} />
        {t("name")}
      </Link>
      {children}
      <div className={classes.tools}>
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </header>
  );
}
