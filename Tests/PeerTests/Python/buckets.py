"""Random buckets of models: keys of every shape that a rule on layouts looks at, and names of all kinds."""

import random

BLANKS = ["", " ", "  ", "\t", "\u00a0", "\u2003", "\u3000 ", " \u3000", "\u1680 ", "\u200b", "\x0b", "\x85"]
ODD = ["a\nb", "\n", "a\n", "..\n", ".\n", "\r", "tab\tname", "nul\x00", "\x00", "\x01", "\x7f", "\x1f", "a%2Fb", "a+b", "a b", "é", "e\u0301",
       "日本", "😀", "\u202e", "back\\slash", "\\", "quote'", 'double"', "`", "$1", "{x}", "a;b--", "%", "_", "%00", "*", "a&b=c", "~", "#", "?"]
DOTS = [".", "..", "...", ".a", "..a", "a.", ". ", " ."]
LONG = ["x" * 255, "x" * 256, "é" * 127, "é" * 128, "日" * 85, "日" * 86, "😀" * 63, "😀" * 64, "x" * 300]
PLAIN = ["a", "b", "ab", "A", "B", "aB", "weights", "code", "data", "1", "2", "config.json", "model.pt", "a.b", "a-b", "a0", "variables"]
WEIGHTS = ["model.safetensors", "pytorch_model.bin", "tf_model.h5", "flax_model.msgpack", "consolidated.safetensors",
           "diffusion_pytorch_model.safetensors", "diffusion_pytorch_model.bin", "model.safetensors.index.json",
           "pytorch_model.bin.index.json", "tf_model.h5.index.json", "x.safetensors.index.json", "diffusion_pytorch_model.safetensors.index.json",
           "tokenizer.json", "config.json", "a.json", "x.onnx", "x.gguf", "saved_model.pb", "xgboost-model", "x.bin", "weights.bin", "model.bin",
           "x.pt", ".pt", "pt", "a.pkl", "x.npz", "variables.index", "flax_model.x.msgpack", "x.msgpack", "x.model", ".h5", "my_weights_1.bin",
           "model.safetensors.index.fp16.json", "x-nspkg.pth", "lib/x.pth", "x.index.json", "a.h5.index.x.json"]
STEMS = ["model", "pytorch_model", "diffusion_pytorch_model", "tf_model", "flax_model", "x", "consolidated", "variables.data", "part.data", "a-00001-of-00002"]
ENDINGS = [".safetensors", ".safetensors", ".fp16.safetensors", ".a_1.bin", ".fp-16.bin", ".bin", ".h5", ".gguf", ".msgpack", ".npz", "", ".safetensors.x"]
CLASSES = [None, "STANDARD", "GLACIER", "DEEP_ARCHIVE", "GLACIER_IR", "INTELLIGENT_TIERING"]


def shards(random):
    """Names of a set of shards, of which some are missing."""
    stem, ending = random.choice(STEMS), random.choice(ENDINGS)
    total = random.choice([1, 2, 3, 3, 4, 12])
    width = random.choice([5, 5, 5, 3, 4, 6, 2, 1, 1, 7])
    first = random.choice([0, 1, 1, 1])
    names = [f"{stem}-{n:0{width}}-of-{total:0{random.choice([width, width, width, 5])}}{ending}"
             for n in range(first, total + random.choice([0, 1, 1, 2]))]
    return [name for name in names if random.random() < 0.85]


def name(random):
    kind = random.random()
    if kind < 0.62:
        return random.choice(PLAIN)
    for limit, names in ((0.70, BLANKS), (0.78, ODD), (0.84, DOTS), (0.86, LONG)):
        if kind < limit:
            return random.choice(names)
    return random.choice(WEIGHTS)


def paths(random):
    """Paths of one model."""
    found = []
    for _ in range(random.choice([0, 1, 2, 5, 10, 25])):
        path = "/".join(name(random) for _ in range(random.choice([1, 1, 2, 2, 3, 5])))
        found.append(path)
        kind = random.random()
        if kind < 0.08:
            found.append(path + "/")
        elif kind < 0.16:
            found.append(path + "/" + name(random))
        elif kind < 0.2:
            found.append(path)
        elif kind < 0.22:
            found.append("/".join(["d" * 200] * 6 + [path]))
    for _ in range(random.choice([0, 0, 1, 2])):
        folder = random.choice(["", "", "a/", "code/", "variables/", "1/variables/", "a/b/", " /"])
        found += [folder + shard for shard in shards(random)]
        found += [folder + random.choice(WEIGHTS) for _ in range(random.choice([0, 1, 1]))]
    if random.random() < 0.1:
        found.append("")
    return found


def bucket(seed, case):
    """The models and objects of a bucket: prefixes as they are given, and (key, size, storage class) in the order of S3."""
    chance = random.Random(f"{seed}/{case}")
    # Depth 1 for all, so that the same buckets serve where models are all prefixes of a depth.
    prefixes = chance.sample(["m/", "n/", "mm/", "é/", "a b/", " /", "/", "x'y/", "+/"], chance.choice([1, 1, 1, 2, 3]))
    keys = [prefix + path for prefix in prefixes for path in paths(chance)]
    keys += chance.choice([[], [], ["m"], ["outside"], ["o1", "o2"]])
    if chance.random() < 0.1:
        keys += chance.sample(keys, min(len(keys), 2))
    archived = chance.random() < 0.2
    objects = []
    for key in sorted(key for key in keys if key):
        size = chance.choice([0, 0, 1, 7, 1000])
        objects.append([key, size, chance.choice(CLASSES) if archived else "STANDARD"])
    sizes = {key: (size, kept) for key, size, kept in objects}
    objects = [(key, *sizes[key]) for key, _, _ in objects if len(key.encode()) <= 1500]
    return prefixes, sorted(objects, key=lambda one: one[0].encode())


def given(chance_seed, prefixes):
    """The prefixes as a table of models may have them: some without their slash, some within others, some empty, some of nothing."""
    chance = random.Random(chance_seed)
    models = [prefix[:-1] if chance.random() < 0.1 and len(prefix) > 1 else prefix for prefix in prefixes]
    if chance.random() < 0.15:
        models.append(chance.choice(prefixes) + chance.choice(["a/", "b/", "a/b/"]))
    if chance.random() < 0.1:
        models.append("")
    if chance.random() < 0.1:
        models.append("nothing/")
    return list(dict.fromkeys(models))
