"""WHAT WE CHECK: one small function a rule. A rule finds; the engine grades, groups, waives and suppresses."""
