/** Pictures of the next cards, decoded and drawn while a person looks at this one: then nothing is left to do but show. */
const ready = new Map<string, CanvasRenderingContext2D>();
const coming = new Set<string>();
const HELD = 4;

export async function prepare(url: string): Promise<void> {
  if (ready.has(url) || coming.has(url)) return;
  coming.add(url);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0);
    if (context !== null) ready.set(url, context);
  } catch {
    // An image that cannot be had is said when it is its turn.
  } finally {
    coming.delete(url);
  }
  const [oldest] = ready.keys();
  if (ready.size > HELD && oldest !== undefined) ready.delete(oldest);
}

/** The viewer empties a picture once it is done with it: who takes one has the only one. */
export function take(url: string): CanvasRenderingContext2D | undefined {
  const context = ready.get(url);
  ready.delete(url);
  return context;
}
