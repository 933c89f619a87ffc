import { defineConfig } from "@hey-api/openapi-ts";

/** `npm run client`: types, client and query options out of what the API says of itself. */
export default defineConfig({
  input: "openapi.json",
  output: {
    // `npm run client:check` generates elsewhere and compares.
    path: process.env.INDEXCARDS_CLIENT ?? "src/api/gen",
    clean: true,
    header: ["// Generated from openapi.json by `npm run client`; not to be edited."],
  },
  plugins: [
    { name: "@hey-api/client-fetch", runtimeConfigPath: "../client" },
    { name: "@hey-api/typescript", includeInEntry: false },
    { name: "@hey-api/sdk", includeInEntry: false },
    { name: "@tanstack/react-query", includeInEntry: false },
  ],
});
