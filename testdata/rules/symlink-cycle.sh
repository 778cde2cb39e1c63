mkdir model && touch model/weights && ln -s . model/latest
optml check model --select symlink-cycle --format concise
rm model/latest
optml check model --select symlink-cycle --format concise
