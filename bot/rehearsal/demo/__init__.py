"""The town with its page open: three panes in one browser window, real seconds, and a clock to turn."""
