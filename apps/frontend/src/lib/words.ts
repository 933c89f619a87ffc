import type said from "@/locales/de/said.json";
import type app from "@/locales/en/app.json";
import type batches from "@/locales/en/batches.json";
import type certainty from "@/locales/en/certainty.json";
import type compare from "@/locales/en/compare.json";
import type engines from "@/locales/en/engines.json";
import type evaluation from "@/locales/en/evaluation.json";
import type help from "@/locales/en/help.json";
import type learning from "@/locales/en/learning.json";
import type places from "@/locales/en/places.json";
import type problem from "@/locales/en/problem.json";
import type processing from "@/locales/en/processing.json";
import type reliability from "@/locales/en/reliability.json";
import type results from "@/locales/en/results.json";
import type setup from "@/locales/en/setup.json";
import type templates from "@/locales/en/templates.json";
import type upload from "@/locales/en/upload.json";
import type verify from "@/locales/en/verify.json";

/** What the application says, by place. */
export interface Words {
  app: typeof app;
  batches: typeof batches;
  certainty: typeof certainty;
  engines: typeof engines;
  compare: typeof compare;
  evaluation: typeof evaluation;
  help: typeof help;
  learning: typeof learning;
  places: typeof places;
  problem: typeof problem;
  processing: typeof processing;
  reliability: typeof reliability;
  results: typeof results;
  said: typeof said;
  setup: typeof setup;
  templates: typeof templates;
  upload: typeof upload;
  verify: typeof verify;
}
