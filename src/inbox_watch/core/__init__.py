"""Pure functions over frozen values: no input or output, no clock, no spaCy, no SQL."""
