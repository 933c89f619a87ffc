import { useMemo } from "react";
import { useTranslation } from "react-i18next";

export interface Formats {
  number: (value: number) => string;
  /** A share of a whole, both counted: `percent(1, 8)` is "13 %". */
  percent: (part: number, whole: number) => string;
  /** A share of 1 with so many decimals: `rate(0.0213, 1)` is "2.1 %". */
  rate: (share: number, digits?: number) => string;
  /** With exactly so many decimals, so that figures stand under each other. */
  fixed: (value: number, digits: number) => string;
  /** A certainty as it stands beside its sign: 0.81, 0,81. */
  share: (value: number) => string;
  /** Today and yesterday by their names and the time, older ones by their date. */
  when: (iso: string) => string;
  /** Seconds, as people say them: "40 s", "14 min", "3 h 20 min". */
  duration: (seconds: number) => string;
  /** Seconds with a tenth, as a stop watch has them: "2.4 s". */
  seconds: (seconds: number) => string;
  /** The clock time in so many seconds from now. */
  clockIn: (seconds: number) => string;
  bytes: (bytes: number) => string;
  /** US dollars; of a few cents or less so many digits that something is seen: "$8.60", "$0.0009". */
  money: (dollars: number) => string;
  /** US dollars with every digit that somebody has set: "$1.00", "$0.0185". */
  limit: (dollars: number) => string;
}

const DAY = 86_400_000;

export function formats(language: string, now: () => Date = () => new Date()): Formats {
  const locale = localeFor(language);
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  const two = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
  const date = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" });
  const day = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const unit = (value: number, name: string, digits = 0) =>
    new Intl.NumberFormat(locale, {
      style: "unit",
      unit: name,
      unitDisplay: "short",
      maximumFractionDigits: digits,
    }).format(value);

  return {
    number: (value) => number.format(value),
    percent: (part, whole) => percent.format(whole > 0 ? part / whole : 0),
    rate: (share, digits = 0) =>
      new Intl.NumberFormat(locale, {
        style: "percent",
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(share),
    fixed: (value, digits) =>
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(value),
    share: (value) => two.format(value),
    when(iso) {
      const then = new Date(iso);
      if (Number.isNaN(then.getTime())) return "–";
      const days = Math.round((midnight(then) - midnight(now())) / DAY);
      return days === 0 || days === -1
        ? `${day.format(days, "day")} ${clock.format(then)}`
        : date.format(then);
    },
    duration(seconds) {
      if (seconds < 60) return unit(Math.max(1, Math.ceil(seconds)), "second");
      const minutes = Math.round(seconds / 60);
      if (minutes < 90) return unit(minutes, "minute");
      const hours = unit(Math.floor(minutes / 60), "hour");
      return minutes < 600 && minutes % 60 > 0 ? `${hours} ${unit(minutes % 60, "minute")}` : hours;
    },
    seconds: (seconds) => unit(seconds, "second", 1),
    clockIn: (seconds) => clock.format(new Date(now().getTime() + seconds * 1000)),
    money(dollars) {
      const small = dollars > 0 && dollars < 0.1;
      return new Intl.NumberFormat(locale, {
        style: "currency",
        currency: "USD",
        currencyDisplay: "narrowSymbol",
        ...(small ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 2 }),
      }).format(dollars);
    },
    limit: (dollars) =>
      new Intl.NumberFormat(locale, {
        style: "currency",
        currency: "USD",
        currencyDisplay: "narrowSymbol",
        maximumFractionDigits: 6,
      }).format(dollars),
    bytes(bytes) {
      if (bytes < 1_000_000) return unit(Math.max(1, bytes / 1000), "kilobyte");
      if (bytes < 1_000_000_000) return unit(bytes / 1_000_000, "megabyte", bytes < 10_000_000 ? 1 : 0);
      return unit(bytes / 1_000_000_000, "gigabyte", 1);
    },
  };
}

export function useFormats(): Formats {
  const { i18n } = useTranslation();
  const language = i18n.language;
  return useMemo(() => formats(language), [language]);
}

/** The reader's own variety of the language where the browser names it: de-CH writes 1’284, de-DE 1.284. */
function localeFor(language: string): string {
  return navigator.languages.find((wish) => wish.toLowerCase().startsWith(`${language}-`)) ?? language;
}

function midnight(moment: Date): number {
  return Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate());
}
