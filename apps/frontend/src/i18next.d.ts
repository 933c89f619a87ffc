import "i18next";

import type { Words } from "@/lib/words";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "app";
    resources: Words;
  }
}
