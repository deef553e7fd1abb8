import { mount } from 'svelte';
import App from './App.svelte';
import { browserHost } from './host/browserHost.ts';
import { electronHost } from './host/electronHost.ts';
import './theme/tokens.css';
import './base.css';

const target = document.getElementById('app');
if (!target) throw new Error('The page has no #app');
mount(App, { target, props: { host: window.dagwright ? electronHost(window.dagwright) : browserHost() } });
