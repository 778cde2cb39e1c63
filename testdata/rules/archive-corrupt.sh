mkdir model && seq 100000 > model/weights
tar -czf whole.tar.gz -C model .
head -c 100000 whole.tar.gz > model.tar.gz
optml check model.tar.gz --select archive-corrupt --format concise
optml check whole.tar.gz --select archive-corrupt --format concise
