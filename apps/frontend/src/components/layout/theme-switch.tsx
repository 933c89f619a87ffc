import { ActionIcon, type MantineColorScheme, Menu, useMantineColorScheme } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { Icon, type IconName } from "@/components/ui/icon";

const SCHEMES = ["light", "dark", "auto"] as const satisfies readonly MantineColorScheme[];
const ICONS: Record<MantineColorScheme, IconName> = { light: "sun", dark: "moon", auto: "screen" };

export function ThemeSwitch() {
  const { t } = useTranslation("app");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={180} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={t("theme.label", { now: t(`theme.${colorScheme}`) })}
        >
          <Icon name={ICONS[colorScheme]} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
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
              rightSection={<Icon name={ICONS[scheme]} />}
            >
              {t(`theme.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
