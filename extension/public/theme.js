// Runs before the first paint; extension/app/theme.ts keeps the mirror it reads.
const theme = localStorage.getItem('theme');
if (theme) document.documentElement.dataset.theme = theme;
