import { mount } from 'svelte';
import '@xyflow/svelte/dist/style.css';
import FlowPage from './FlowPage.svelte';

mount(FlowPage, { target: document.body });
