import type { CreateClientConfig } from "./gen/client.gen";

/** The generated client starts with this: one process, one origin. */
export const createClientConfig: CreateClientConfig = (config) => ({
  ...config,
  baseUrl: window.location.origin,
});
