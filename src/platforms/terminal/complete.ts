/** What the tab key offers for a line, in the form readline asks for: command names while one is being typed. */
export function completeCommand(line: string, names: readonly string[]): [string[], string] {
  const typed = line.toLowerCase();
  return [typed.startsWith('/') ? names.filter((name) => name.startsWith(typed)) : [], line];
}
