const ownNames: Readonly<Record<string, string>> = {
  adSite: 'AD site',
  specIntRate2006: 'SPECint_rate2006',
  formFactorU: 'Height',
  formFactorInches: 'Form factor',
  rpm: 'Rotation',
  gbps: 'Speed',
  physical: 'Physical server',
  batteryBackedWriteCache: 'Write cache with battery',
  bays: 'Drive bays',
  raid: 'RAID',
  bitLocker: 'BitLocker',
  tcpWindowBytes: 'TCP window',
  utcOffsetMinutes: 'UTC offset',
  oldestDomainControllerOS: 'Oldest domain controller',
  writableGlobalCatalogs: 'Writable global catalogs',
  cpuLimitFraction: 'CPU limit',
  ipAddresses: 'IP addresses',
  autoDagAutoReseedEnabled: 'AutoReseed',
  autoDagDatabaseCopiesPerVolume: 'Copies per volume',
  autoDagBitlockerEnabled: 'AutoReseed with BitLocker',
  replayLagManagerEnabled: 'Replay Lag Manager',
  administrativeAccessPoint: 'Administrative access point',
  datacenterActivationMode: 'Activation mode (DAC)',
  databaseCopyAutoActivationPolicy: 'Auto activation',
  autoDatabaseMountDial: 'Mount dial',
  dataMoveReplicationConstraint: 'Data move constraint',
  maximumActiveDatabases: 'Most active',
  maximumPreferredActiveDatabases: 'Most preferred',
  preferenceMoveFrequencyHours: 'Moves back every',
  officeOnline: 'Office Online',
  operatingSystem: 'Windows',
};

/** A source or description without its entry in the fact sheet, which readers of the page do not have. */
export function withoutFactNumbers(text: string): string {
  return text.replace(/ \(facts? [^()]*\)/g, '').replace(/ \(([^()]*), facts? [^()]*\)/g, ' ($1)');
}

/** What null means in a field that may hold it. */
export function wordForNull(key: string): string {
  return { preferenceMoveFrequencyHours: 'never', administrativeAccessPoint: 'none' }[key] ?? 'automatic';
}

const unitSuffix = /(GB|MB|KB|Mbps|Ms|Days|Hours|Minutes|Seconds|Bytes|Fraction)$/;
const acronyms = new Set(['cpu', 'iops', 'rpo', 'id', 'io', 'dag', 'raid', 'utc', 'ad', 'os']);

/** A property's name as a label: "roundTripMs" is "Round trip"; the unit stands in the field. */
export function labelOfKey(key: string): string {
  return ownNames[key] ?? sentence(key.replace(unitSuffix, ''));
}

/** An enumeration's value as people say it: "datacenterAndOneServer" is "Datacenter and one server". */
export function labelOfValue(value: string | number): string {
  const text = String(value);
  const windows = /^WS(\d{4})(R2)?$/.exec(text);
  if (windows) return `Windows Server ${windows[1]}${windows[2] ? ' R2' : ''}`;
  // eslint-disable-next-line security/detect-unsafe-regex -- each word begins with a capital; nothing to go back to.
  return /^[a-z]+([A-Z][a-z]+)*$/.test(text) ? sentence(text) : text;
}

function sentence(camel: string): string {
  const words = camel
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(' ')
    .map((word) => (acronyms.has(word.toLowerCase()) ? word.toUpperCase() : word.toLowerCase()));
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
