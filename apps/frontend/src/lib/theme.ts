import {
  Anchor,
  Badge,
  Button,
  createTheme,
  type CSSVariablesResolver,
  localStorageColorSchemeManager,
  type MantineColorsTuple,
} from "@mantine/core";

/** Also read by public/first-paint.js. */
export const THEME_KEY = "indexcards.theme";
export const schemeManager = localStorageColorSchemeManager({ key: THEME_KEY });

const accent: MantineColorsTuple = [
  "#e5eff8",
  "#cbdff1",
  "#9cc0e2",
  "#7db7ee",
  "#5295cf",
  "#3a80bd",
  "#2c6fae",
  "#1c5d99",
  "#174c7e",
  "#123c64",
];

/** Text, lines and grounds of tokens.css, for the parts of Mantine that ask the scale and not the variables. */
const gray: MantineColorsTuple = [
  "#f3f5f7",
  "#e9ecf0",
  "#dde2e8",
  "#cfd6de",
  "#b7bfca",
  "#868f9c",
  "#5f6977",
  "#46505e",
  "#2c343f",
  "#1a2029",
];
const dark: MantineColorsTuple = [
  "#e5e8ed",
  "#b6bec9",
  "#949eac",
  "#717c8b",
  "#535d6b",
  "#303741",
  "#232830",
  "#1b1f25",
  "#14171b",
  "#101317",
];

export const theme = createTheme({
  primaryColor: "accent",
  primaryShade: { light: 7, dark: 6 },
  colors: { accent, gray, dark },
  black: "#1a2029",
  fontFamily: "var(--font)",
  fontFamilyMonospace: "var(--mono)",
  headings: {
    fontFamily: "var(--font)",
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "20px", lineHeight: "28px" },
      h2: { fontSize: "14px", lineHeight: "20px" },
      h3: { fontSize: "13px", lineHeight: "18px" },
    },
  },
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  lineHeights: { xs: "1.34", sm: "1.385", md: "1.43", lg: "1.5", xl: "1.4" },
  defaultRadius: "sm",
  radius: { xs: "2px", sm: "4px", md: "8px", lg: "12px", xl: "16px" },
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    Anchor: Anchor.extend({ defaultProps: { underline: "hover" } }),
    Badge: Badge.extend({ defaultProps: { variant: "light", tt: "none", radius: "xl" } }),
    Button: Button.extend({ defaultProps: { size: "xs", fz: "sm" } }),
  },
});

/** Mantine's own names for what src/app/tokens.css holds; light and dark are told apart there. */
export const mantineVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: BOTH,
  dark: BOTH,
});

const BOTH: Record<string, string> = {
  "--mantine-color-text": "var(--text)",
  "--mantine-color-bright": "var(--text)",
  "--mantine-color-body": "var(--surface)",
  "--mantine-color-error": "var(--low)",
  "--mantine-color-success": "var(--ok)",
  "--mantine-color-placeholder": "var(--text-3)",
  "--mantine-color-anchor": "var(--accent)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-hover": "var(--hover)",
  "--mantine-color-default-color": "var(--text)",
  "--mantine-color-default-border": "var(--line-2)",
  "--mantine-color-dimmed": "var(--text-2)",
  "--mantine-color-disabled": "var(--sunken)",
  "--mantine-color-disabled-color": "var(--text-3)",
  "--mantine-color-disabled-border": "var(--line)",
  "--mantine-color-accent-light": "var(--accent-soft)",
  "--mantine-color-accent-light-hover": "var(--accent-soft-hover)",
  "--mantine-color-accent-light-color": "var(--accent)",
  "--mantine-color-accent-text": "var(--accent)",
  "--mantine-color-accent-outline": "var(--accent)",
};
