mkdir model && touch model/._weights.bin model/weights.bin
optml check model --select platform-metadata --format concise
rm model/._weights.bin
optml check model --select platform-metadata --format concise
