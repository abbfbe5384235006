"""IN AND OUT OF OFFICE FILES: safe opening, reading, issuing, marking. The only code that opens a return."""
