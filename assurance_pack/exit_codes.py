"""How a command ends: 0 done; 1 errors to mend or a return missing; 2 wrong usage; 3 refused (personal data, sealed); 4 this machine cannot."""

DONE, TO_MEND, USAGE, REFUSED, CANNOT = 0, 1, 2, 3, 4
