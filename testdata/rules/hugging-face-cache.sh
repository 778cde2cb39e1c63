mkdir -p models--acme--tiny/blobs models--acme--tiny/refs models--acme--tiny/snapshots/c1899de2
touch models--acme--tiny/blobs/0a1b && echo c1899de2 > models--acme--tiny/refs/main
ln -s ../../blobs/0a1b models--acme--tiny/snapshots/c1899de2/config.json
optml check models--acme--tiny --select hugging-face-cache --format concise
optml check models--acme--tiny/snapshots/c1899de2 --select hugging-face-cache --format concise
