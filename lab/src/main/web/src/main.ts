import { start } from './app';

void start(['story', 'play', 'watch', 'compare', 'sweep'], true);
