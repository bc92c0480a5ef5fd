import { execFile } from 'node:child_process';

/**
 * Runs a program to its end, as somebody who calls it would.
 *
 * @returns {Promise<{ status: number, stdout: string, stderr: string }>}
 */
export const runProgram = (command, words, settings, folder) =>
  new Promise((resolve) => {
    const options = { env: { ...process.env, ...settings }, timeout: 120_000, ...(folder && { cwd: folder }) };
    execFile(command, words, options, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
    });
  });
