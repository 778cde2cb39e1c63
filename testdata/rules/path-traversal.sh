mkdir model && touch model/weights.bin
tar -P -czf model.tar.gz -C model ../model/weights.bin
optml check model.tar.gz --select path-traversal --format concise
tar -czf model.tar.gz -C model weights.bin
optml check model.tar.gz --select path-traversal --format concise
