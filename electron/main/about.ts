import type { App } from 'electron';

/** What the about panel says. */
export function describeProgram(app: Pick<App, 'getVersion' | 'setAboutPanelOptions'>): void {
  app.setAboutPanelOptions({
    applicationName: 'Dagwright',
    applicationVersion: app.getVersion(),
    copyright: 'MIT licence. Not affiliated with Microsoft.',
    credits:
      'A planner for Exchange Server 2016 deployments that follow the Preferred Architecture. ' +
      'The licences of the packages it contains: Help, Licences.',
  });
}
