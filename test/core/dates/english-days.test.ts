import { describeDaysReadBack } from './days-read-back.ts';

describeDaysReadBack('en');
