/** The sign of the service, for every page; an address, so it has no blanks. */
export const ICON =
  "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%2028%2028'%3E%3Cpath%20d='M2%2014%2010%206l8%208-8%208z'%20fill='%23f2c14e'/%3E%3Cpath%20d='m10%2014%208-8%208%208-8%208z'%20fill='%230f766e'%20fill-opacity='.85'/%3E%3C/svg%3E";
