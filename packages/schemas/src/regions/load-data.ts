/**
 * Brings one file of this package's `data/` folder as parsed JSON. The caller decides from where: the package runs
 * anywhere and knows neither `fetch` nor a file system.
 *
 * @param path relative to `data/`, for instance `districts/13.json`, `villages/13.71.json` or `boundaries/13.json`.
 * @example `(path) => fetch(new URL(path, dataUrl)).then((response) => response.json())`
 */
export type LoadData = (path: string) => Promise<unknown>;
