const releases = ['2003', '2008', '2008R2', '2012', '2012R2', '2016', '2019'];

/** Where a Windows Server release, such as "2012R2" or "WS2012R2", stands in their order; -1 for none of them. */
export function releaseRank(release: string): number {
  return releases.indexOf(release.replace(/^WS/, ''));
}

/** A release as people write it: "Windows Server 2008 R2". */
export function releaseName(release: string): string {
  return `Windows Server ${release.replace(/^WS/, '').replace('R2', ' R2')}`;
}
