mkdir model && ln -s /data/weights.bin model/weights.bin
tar -czf model.tar.gz -C model .
optml check model.tar.gz --select link-escape --format concise
rm model/weights.bin && touch model/weights.bin && tar -czf model.tar.gz -C model .
optml check model.tar.gz --select link-escape --format concise
