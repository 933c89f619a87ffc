import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { isLanguage, LANGUAGES, switchLanguage } from "@/lib/language";

export function LanguageSwitch() {
  const { t, i18n } = useTranslation("app");
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("language")}
      data={LANGUAGES.map((language) => ({
        value: language,
        label: (
          <abbr title={t(`languages.${language}`)} style={{ textDecoration: "none" }}>
            {language.toUpperCase()}
          </abbr>
        ),
      }))}
      value={i18n.language}
      onChange={(value) => {
        if (isLanguage(value)) void switchLanguage(value);
      }}
    />
  );
}
