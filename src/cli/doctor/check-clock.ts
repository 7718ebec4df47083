import { type Finding, Findings } from './finding.ts';

/** The platform tells the second, and the answer took a while. */
const UNNOTICED_MS = 5_000;
/** Questions would be taken for old ones, and posts come at the wrong minute. */
const HARMFUL_MS = 60_000;

/** Compares this machine's clock with the platform's, both in milliseconds of the epoch. */
export function checkClock(
  platform: string,
  serverTime: number | undefined,
  now: number,
): readonly Finding[] {
  const findings = new Findings('clock');
  if (serverTime === undefined) return [];
  const skew = now - serverTime;
  const seconds = Math.round(Math.abs(skew) / 1000);
  if (Math.abs(skew) <= UNNOTICED_MS) {
    findings.well(`agrees with ${platform}'s.`);
  } else {
    const told = `${seconds} seconds ${skew > 0 ? 'ahead of' : 'behind'} ${platform}'s.`;
    const remedy = 'Let the system keep the time: timedatectl set-ntp true.';
    if (Math.abs(skew) > HARMFUL_MS) findings.ill(told, remedy);
    else findings.doubt(told, remedy);
  }
  return findings.list;
}
