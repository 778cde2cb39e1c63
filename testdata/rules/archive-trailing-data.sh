mkdir model && touch model/weights && tar -czf one.tar.gz -C model .
cat one.tar.gz one.tar.gz > two.tar.gz
optml check two.tar.gz --select archive-trailing-data --format concise
optml check one.tar.gz --select archive-trailing-data --format concise
