/** A fault of ours: shown by the browser's console like any other, beside what runs. */
export function throwLater(error: unknown): void {
  setTimeout(() => {
    throw error;
  });
}
