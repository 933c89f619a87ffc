import { ActionIcon, useMantineColorScheme } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { Icon } from "@/components/ui/icon";
import { lateMenu } from "@/components/ui/late-menu";

import { THEME_ICONS } from "./theme-icons";

const ThemeMenu = lateMenu(async () => (await import("./theme-menu")).ThemeMenu);

export function ThemeSwitch() {
  const { t } = useTranslation("app");
  const { colorScheme } = useMantineColorScheme();
  return (
    <ThemeMenu
      id="theme"
      button={
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={t("theme.label", { now: t(`theme.${colorScheme}`) })}
        >
          <Icon name={THEME_ICONS[colorScheme]} />
        </ActionIcon>
      }
    />
  );
}
