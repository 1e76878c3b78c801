import '../style/main.css';
import { start } from '../app';
import { answerBy } from '../backend';
import { siteBackend } from './backend';

answerBy(siteBackend());
void start(window.eoslabRuns?.length ? ['story', 'play', 'compare'] : ['story', 'play'], false);
