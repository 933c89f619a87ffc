import "react";

declare module "react" {
  interface InputHTMLAttributes<T> {
    /** The picker takes a folder. In every browser; React's types do not have it yet. */
    webkitdirectory?: T extends HTMLInputElement ? "" : never;
  }
}
