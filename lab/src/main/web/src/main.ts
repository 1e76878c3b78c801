import { start } from './app';

void start(['play', 'watch', 'compare', 'sweep'], true);
