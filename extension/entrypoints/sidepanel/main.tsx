import { render } from 'preact';
import { Shell } from '../../app/Shell.tsx';

const root = document.getElementById('app');
if (root) render(<Shell />, root);
