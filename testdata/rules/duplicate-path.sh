mkdir model && touch model/weights.bin
tar -czf model.tar.gz -C model weights.bin ./weights.bin
optml check model.tar.gz --select duplicate-path --format concise
tar -czf model.tar.gz -C model weights.bin
optml check model.tar.gz --select duplicate-path --format concise
