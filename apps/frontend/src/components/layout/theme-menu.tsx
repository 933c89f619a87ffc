import { Menu, type MantineColorScheme, useMantineColorScheme } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { Icon } from "@/components/ui/icon";
import type { OpenedMenuProps } from "@/components/ui/late-menu";
import { OpenedMenu } from "@/components/ui/opened-menu";

import { THEME_ICONS } from "./theme-icons";

const SCHEMES = ["light", "dark", "auto"] as const satisfies readonly MantineColorScheme[];

export function ThemeMenu(menu: OpenedMenuProps) {
  const { t } = useTranslation("app");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <OpenedMenu {...menu} width={180}>
      <Menu.RadioGroup
        value={colorScheme}
        onChange={(value) => {
          const scheme = SCHEMES.find((known) => known === value);
          if (scheme !== undefined) setColorScheme(scheme);
        }}
      >
        {SCHEMES.map((scheme) => (
          <Menu.RadioItem
            key={scheme}
            value={scheme}
            closeMenuOnClick
            data-autofocus={scheme === colorScheme || undefined}
            rightSection={<Icon name={THEME_ICONS[scheme]} />}
          >
            {t(`theme.${scheme}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </OpenedMenu>
  );
}
