/** The path of Chromium or Chrome, where one is installed; `CHROMIUM_PATH` comes first. */
export function findChromium(): string | undefined;
/** The path of Firefox, where it is installed; `FIREFOX_PATH` comes first. */
export function findFirefox(): string | undefined;
/** The paths of WebKitGTK's driver and browser and of Xvfb, where all three are installed. */
export function findWebKit(): { driver: string; browser: string; display: string } | undefined;
/** The arguments with which tests start Chromium. */
export const chromiumArguments: string[];
