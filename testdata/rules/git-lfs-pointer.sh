mkdir model && printf '%s\n' 'version https://git-lfs.github.com/spec/v1' "oid sha256:$(printf %064d 0)" 'size 1234567890' > model/model.safetensors
optml check model --select git-lfs-pointer --format concise
printf '\100\0\0\0\0\0\0\0%-64s\0\0\0\0\0\0\0\0' '{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}' > model/model.safetensors
optml check model --select git-lfs-pointer --format concise
