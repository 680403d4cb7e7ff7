import { mount } from 'svelte';
import ProductPage from './product-page.svelte';

mount(ProductPage, { target: document.getElementById('app') as HTMLElement });
