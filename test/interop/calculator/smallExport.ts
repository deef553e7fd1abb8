/** An export of two servers a side and four databases, as the calculator writes it. */
export function smallExport(): Record<'Servers.csv' | 'MailboxDatabases.csv' | 'MailboxDatabaseCopies.csv', string> {
  const order = [
    ['A1', 'A2', 'B1', 'B2'],
    ['A2', 'A1', 'B2', 'B1'],
    ['B1', 'B2', 'A1', 'A2'],
    ['B2', 'B1', 'A2', 'A1'],
  ];
  const servers = ['A1', 'A2', 'B1', 'B2'].map(
    (server) => `"${server}","5",4,"1","0","C:\\V","C:\\D","DB1,DB2,DB3,DB4"`,
  );
  const databases = order.map(([first], i) => `"DB${i + 1}","${first}","C:\\x.edb","14.00:00:00","TRUE","SecondCopy"`);
  const copies = order.flatMap((row, i) =>
    row
      .slice(1)
      .map(
        (server, c) =>
          `"GC1","DB${i + 1}","${server}","${c + 2}","${c === 2 ? '7.0:00:00' : '0.00:00:00'}","0.00:00:00"`,
      ),
  );
  return {
    'Servers.csv': [
      '"ServerName","StartDrive","DbPerVolume","AutoReseedVolumes","DbLogIsolation","VolumesRootFolder","DatabasesRootFolder","DbMap"',
      '"VersionNumber","2.1","7.6",,,,""',
      ...servers,
    ].join('\r\n'),
    'MailboxDatabases.csv': [
      '"Name","Server","EDBFilePath","DeletedItemRetention","CircularLoggingEnabled","DataMoveReplicationConstraint"',
      '"VersionNumber","2.1","7.6",,,""',
      ...databases,
    ].join('\r\n'),
    'MailboxDatabaseCopies.csv': [
      '"GC","Name","Server","ActivationPreference","ReplayLagTime","TruncationLagTime"',
      '"VersionNumber","2.1","7.6",,,""',
      ...copies,
    ].join('\r\n'),
  };
}
