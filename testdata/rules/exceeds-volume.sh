mkdir model && truncate -s 40G model/weights
optml check model --volume-size 30GiB --select exceeds-volume --format concise
optml check model --volume-size 60GiB --select exceeds-volume --format concise
