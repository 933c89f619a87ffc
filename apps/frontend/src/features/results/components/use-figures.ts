import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** A certainty as it stands beside its sign: 0.81, 0,81. */
export function useFigures(): { share: (value: number) => string } {
  const { i18n } = useTranslation();
  const language = i18n.language;
  return useMemo(() => {
    const two = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    return { share: (value: number) => two.format(value) };
  }, [language]);
}
