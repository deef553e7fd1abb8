/** "12:04" of an ISO time, in the local zone. */
export function clockTime(iso: string): string {
  return new Date(iso).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
}

/** A past time as people say it: "today, 12:04", else date and time. */
export function pastTime(iso: string, now: string): string {
  const day = new Date(iso).toDateString();
  if (day === new Date(now).toDateString()) return `today, ${clockTime(iso)}`;
  return `${new Date(iso).toLocaleDateString(undefined, { dateStyle: 'medium' })}, ${clockTime(iso)}`;
}
