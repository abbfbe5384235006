"""WHAT IT COMES TO: every figure the Board will see, worked out once. One file a section; sections and renderers count nothing."""
