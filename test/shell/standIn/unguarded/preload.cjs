/* eslint-disable @typescript-eslint/no-require-imports -- a sandboxed preload script has nothing else */
const { contextBridge, ipcRenderer } = require('electron');

const attemptNode = () => {
  try {
    require('node:fs');
    return 'there';
  } catch (error) {
    return error.message;
  }
};

contextBridge.exposeInMainWorld('plain', {
  invoke: (channel, message) => ipcRenderer.invoke(channel, message),
  node: attemptNode(),
  twice: (callback, value) => [callback(value), callback(value)].length,
});
