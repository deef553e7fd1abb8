import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import {
  channelOf,
  noticeNames,
  requestNames,
  type Bridge,
  type NoticeName,
  type Notices,
} from '../../renderer/host/bridge.ts';

const verbs = requestNames.map((name) => [
  name,
  (message: unknown): Promise<unknown> => ipcRenderer.invoke(channelOf(name), message),
]);

const bridge = {
  ...Object.fromEntries(verbs),
  openDropped: (file: File) => ipcRenderer.invoke(channelOf('openDropped'), { path: webUtils.getPathForFile(file) }),
  on: <N extends NoticeName>(notice: N, callback: (notice: Notices[N]) => void) => {
    if (!noticeNames.includes(notice)) throw new Error('There is no such notice.');
    const listener = (_event: IpcRendererEvent, value: Notices[N]): void => callback(value);
    ipcRenderer.on(channelOf(notice), listener);
    return () => ipcRenderer.off(channelOf(notice), listener);
  },
} as Bridge;

contextBridge.exposeInMainWorld('dagwright', bridge);
