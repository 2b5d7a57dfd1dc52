/** Holds the place of the shell, so that the panel builds. */
export function Shell() {
  return <h1>Sidelog</h1>;
}
