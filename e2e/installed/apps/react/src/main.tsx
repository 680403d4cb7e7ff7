import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ProductPage } from './product-page';

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <ProductPage />
  </StrictMode>,
);
