/**
 * Bytes that are still in use after collecting garbage: V8's heap and the buffers outside it. Needs `--expose-gc`.
 */
export function heldBytes(): number {
  const collect = globalThis.gc;
  if (collect === undefined) throw new Error('Start the process with --expose-gc.');
  // What the first collection releases can free more in the second.
  for (let time = 0; time < 3; time += 1) collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
