import { readdirSync } from "node:fs";

import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import { importX } from "eslint-plugin-import-x";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

/**
 * Which way imports run: lib, components, api → features → app; no feature imports another.
 * Read from the folders, so a new feature is fenced in from its first file.
 */
const features = readdirSync(new URL("./src/features", import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const borders = [
  ...features.map((feature) => ({
    target: `./src/features/${feature}`,
    from: "./src/features",
    except: [`./${feature}`],
    message: "No feature imports another: lift the shared part, or compose both in src/app.",
  })),
  { target: "./src/features", from: "./src/app", message: "app → features, never back." },
  {
    target: ["./src/lib", "./src/components", "./src/api"],
    from: ["./src/features", "./src/app"],
    message: "lib, components and api know neither features nor app.",
  },
  { target: "./src/api", from: "./src/components", message: "api knows no components." },
  { target: "./src/lib", from: "./src/components", message: "lib knows no components." },
  {
    target: ["./src/app", "./src/features", "./src/components", "./src/lib", "./src/api"],
    from: "./src/testing",
    message: "Only tests use src/testing.",
  },
];

export default defineConfig(
  globalIgnores(["dist", "src/api/gen", "test-results", "playwright-report", "pictures"]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    files: ["**/*.{ts,tsx,js}"],
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
      globals: globals.browser,
    },
    plugins: { "import-x": importX },
    settings: { "import-x/resolver-next": [createTypeScriptImportResolver({ project: "./tsconfig.json" })] },
    rules: {
      "import-x/no-restricted-paths": ["error", { zones: borders }],
      "import-x/no-default-export": "error",
      "import-x/no-cycle": "error",
      "import-x/order": [
        "error",
        {
          groups: ["builtin", "external", "internal", "parent", "sibling"],
          pathGroups: [{ pattern: "@/**", group: "internal" }],
          "newlines-between": "always",
          alphabetize: { order: "asc", caseInsensitive: true },
        },
      ],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true, allowDefaultCaseForExhaustiveSwitch: true },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: "Text from a card or a server is never markup.",
        },
        { selector: "ExportAllDeclaration", message: "No barrels." },
      ],
    },
  },
  {
    files: ["src/**/*.tsx"],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.strict],
    rules: { "max-lines": ["error", { max: 200, skipBlankLines: true, skipComments: true }] },
  },
  {
    // A word in JSX is a word without a translation.
    files: ["src/{app,components,features}/**/*.tsx"],
    ignores: ["**/*.test.tsx"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: "Text from a card or a server is never markup.",
        },
        { selector: "ExportAllDeclaration", message: "No barrels." },
        { selector: "JSXText[value=/[A-Za-zÄÖÜäöü]{2,}/]", message: "Visible words go through t()." },
        {
          selector:
            "JSXAttribute[name.name=/^(aria-label|title|alt|placeholder|label|description)$/] > Literal[value=/[A-Za-z]{2,}/]",
          message: "Visible words go through t().",
        },
      ],
    },
  },
  {
    files: ["**/*.test.{ts,tsx}", "src/testing/**", "e2e/**"],
    rules: {
      "import-x/no-restricted-paths": [
        "error",
        { zones: borders.filter((zone) => zone.from !== "./src/testing") },
      ],
      "max-lines": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    files: ["*.config.{ts,js}", "public/**"],
    rules: { "import-x/no-default-export": "off" },
  },
  {
    files: ["**/*.js"],
    rules: { "no-var": "off", "@typescript-eslint/no-unsafe-assignment": "off" },
  },
);
