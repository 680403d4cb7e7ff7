import type { ReactNode } from 'react';

export const metadata = { title: 'Sunset tee' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
