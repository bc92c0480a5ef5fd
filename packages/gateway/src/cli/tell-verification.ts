import type { Verification } from '../events/verify-reports.ts';

/** Prints what a verification found, report by report, and a line that sums it up. */
export const tellVerification = ({ findings, reports, events, rebuilt }: Verification): void => {
  if (process.stderr.isTTY) process.stderr.write('\r');
  for (const { trackingId, faults, stale } of findings) {
    for (const { sequence, problem, detail } of faults)
      process.stdout.write(`report ${trackingId}, event ${sequence}: ${problem}: ${detail}\n`);
    if (stale.length > 0)
      process.stdout.write(
        `report ${trackingId}: ${stale.join(', ')} ${stale.length > 1 ? 'do' : 'does'} not follow from the events\n`,
      );
  }
  const broken = findings.filter(({ faults }) => faults.length > 0).length;
  process.stdout.write(
    `${reports} reports with ${events} events: ${broken} broken, ${findings.length - broken} stale, ${rebuilt} rebuilt\n`,
  );
};

/** Tells somebody who sits at a terminal how far a verification has come. */
export const showProgress = (reports: number): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${reports} reports`);
};
