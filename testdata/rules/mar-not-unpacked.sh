mkdir model && touch model/densenet161.mar && tar -czf model.tar.gz -C model .
optml check model.tar.gz --framework torchserve --select mar-not-unpacked --format concise
mkdir -p good/MAR-INF && touch good/MAR-INF/MANIFEST.json good/model.pt good/handler.py
tar -czf model.tar.gz -C good . && optml check model.tar.gz --framework torchserve --select mar-not-unpacked --format concise
