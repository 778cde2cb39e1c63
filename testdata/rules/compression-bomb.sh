mkdir model && truncate -s 20G model/weights.bin
tar --mtime=@0 --owner=0 --group=0 -czSf model.tar.gz -C model weights.bin
optml check model.tar.gz --select compression-bomb --format concise
head -c 1000000 /dev/urandom > model/weights.bin && tar -czf model.tar.gz -C model .
optml check model.tar.gz --select compression-bomb --format concise
