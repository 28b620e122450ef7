"""The agreement for the pocket: one text in two editions, as a file, on the phone, as a booklet, on a poster."""
