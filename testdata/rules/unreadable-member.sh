mkdir model && touch model/weights.bin
tar --mode=000 -czf model.tar.gz -C model weights.bin
optml check model.tar.gz --select unreadable-member --format concise
tar --mode=644 -czf model.tar.gz -C model weights.bin
optml check model.tar.gz --select unreadable-member --format concise
