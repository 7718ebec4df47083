/** Who owns nothing on most systems. */
const NOBODY = 65534;

/** Runs something under the rights of an ordinary user, also where the tests run as root, who may do anything. */
export async function asOrdinaryUser(run: () => Promise<void>): Promise<void> {
  if (process.geteuid?.() !== 0) return run();
  process.seteuid?.(NOBODY);
  try {
    await run();
  } finally {
    process.seteuid?.(0);
  }
}
