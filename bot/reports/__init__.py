"""The report as people get it: lines to read, a table to calculate with, a page to print."""
