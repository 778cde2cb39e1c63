mkdir model && touch model/weights && mkfifo model/log
optml check model --select special-file --format concise
rm model/log
optml check model --select special-file --format concise
