/** A scan that the browser can show: the file itself, or the copy that the service makes of other formats. */
export function scanUrl(batchName: string, filename: string): string {
  const folder = `/batches-static/${encodeURIComponent(batchName)}`;
  if (/\.(jpe?g|png|webp)$/i.test(filename)) return `${folder}/${encodeURIComponent(filename)}`;
  return `${folder}/_view/${encodeURIComponent(filename.replace(/\.[^.]+$/, ""))}.webp`;
}
