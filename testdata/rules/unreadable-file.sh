mkdir model && touch model/weights.bin && chmod 000 model/weights.bin
optml check model --select unreadable-file --format concise
chmod 600 model/weights.bin
optml check model --select unreadable-file --format concise
