import type { MantineColorScheme } from "@mantine/core";

import type { IconName } from "@/components/ui/icon";

export const THEME_ICONS: Record<MantineColorScheme, IconName> = {
  light: "sun",
  dark: "moon",
  auto: "screen",
};
