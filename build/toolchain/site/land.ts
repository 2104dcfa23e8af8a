import { landLines } from '../../html/lands.ts';

/** The land behind the first words of a home, as on the cover of a session: a sun and hills. */
export const FIRST_LAND = `<svg class="w-land" viewBox="0 0 1440 720" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
<circle class="w-sun" cx="1090" cy="300" r="300"></circle>
<path class="w-hill" d="M0 560c170-70 330-80 520-30s300 60 470-10 330-50 450 0v200H0z"></path>
<path class="w-hill-near" d="M0 640c220-60 420-60 640-20s520 30 800-30v130H0z"></path></svg>`;

/** The land at the end of a home: a town between hills. */
export const LAST_LAND = `<svg class="w-land" viewBox="0 0 1440 300" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
<path class="w-hill" d="M0 190c240-90 420-70 720 0s480 40 720-40v150H0z"></path>
<path class="w-town" d="${landLines(0)}" transform="translate(0 84)"></path>
<path class="w-hill-near" d="M0 264c240-40 480-30 720 0s480 20 720-20v56H0z"></path></svg>`;
