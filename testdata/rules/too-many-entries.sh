for i in $(seq 30); do mkdir -p model/$i; for l in x y; do ln -s ../$((i + 1)) model/$i/$l; done; done; mkdir model/31 && touch model/31/a
optml check model --select too-many-entries --format concise
rm model/*/x
optml check model --select too-many-entries --format concise
