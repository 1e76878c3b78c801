import '../style/main.css';
import { start } from '../app';
import { answerBy } from '../backend';
import { siteBackend } from './backend';

answerBy(siteBackend());
void start(window.eoslabRuns?.length ? ['play', 'compare'] : ['play'], false);
