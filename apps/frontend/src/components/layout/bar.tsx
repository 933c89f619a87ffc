import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Icon } from "@/components/ui/icon";

import classes from "./bar.module.css";
import { LanguageSwitch } from "./language-switch";
import { ThemeSwitch } from "./theme-switch";

/** What belongs to no batch. Words where there is room, beside the places of a batch the signs alone. */
const PLACES = [
  { to: "/templates", place: "templates", icon: "template" },
  { to: "/engines", place: "engines", icon: "reader" },
  { to: "/help", place: "help", icon: "help" },
] as const;

/** The one bar, 48 px: the name, and on its right what concerns the person and not the work. */
export function Bar({ children }: { children?: ReactNode }) {
  const { t } = useTranslation("app");
  const { t: places } = useTranslation("places");
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
        <nav aria-label={t("more")} className={classes.more}>
          {PLACES.map(({ to, place, icon }) => (
            <Link
              key={to}
              to={to}
              className={classes.place}
              title={places(place)}
              activeProps={{ "aria-current": "page" }}
            >
              <Icon name={icon} />
              <span className={classes.word}>{places(place)}</span>
            </Link>
          ))}
        </nav>
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </header>
  );
}
