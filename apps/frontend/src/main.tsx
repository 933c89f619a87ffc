import "@mantine/core/styles.layer.css";
import "./app/tokens.css";

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { Providers } from "@/app/providers";
import { startLanguage } from "@/lib/language";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

await startLanguage();
createRoot(root).render(
  <StrictMode>
    <Providers />
  </StrictMode>,
);
