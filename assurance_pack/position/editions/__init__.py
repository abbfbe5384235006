"""What each edition besides the Board's comes to: the brief for RDG, the Health and Wellbeing Board's page, the public summary."""
