/** Who holds the page: each has something that the service does not have yet. */
const holders = new Set<string>();

const ask = (event: BeforeUnloadEvent): void => event.preventDefault();

/** While anybody holds the page, the browser asks before it lets go of it. */
export function holdPage(holder: string, holds: boolean): void {
  if (holds) holders.add(holder);
  else holders.delete(holder);
  if (holders.size > 0) window.addEventListener("beforeunload", ask);
  else window.removeEventListener("beforeunload", ask);
}

/** Nobody holds the page any more. */
export function releasePage(): void {
  holders.clear();
  window.removeEventListener("beforeunload", ask);
}
