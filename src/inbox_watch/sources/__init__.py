"""Where mail comes from. Every source yields `RawMail`, or `Skipped` where a piece of it can't be read."""
