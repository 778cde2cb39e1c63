"""What of a file of Swift can be changed, for Tests/mutate: conditions, numbers, words and truths, outside of the texts of rules."""
import re


def code_mask(text):
    """For each character whether it is code: 0 for strings and comments, with the interpolations in them."""
    mask = bytearray(b"\1" * len(text))
    position = 0
    tokens = re.compile(r'//[^\n]*|/\*.*?\*/|(#*)"""(.*?)"""\1|#"(?:.*?)"#|"(?:\\\((?:[^()]|\([^()]*\))*\)|\\.|[^"\\\n])*"', re.S)
    while found := tokens.search(text, position):
        mask[found.start():found.end()] = b"\0" * (found.end() - found.start())
        position = found.end()
    return mask


class Source:
    """A file with the places in it that can be changed."""

    def __init__(self, path):
        self.path, self.text = path, path.read_text()
        self.mask = code_mask(self.text)
        self.changes = []  # (start, end, what, kind)
        for found in re.finditer(r"\bRule\(\n", self.text):
            self.hide(found.start(), self.closing(found.end() - 2))
        for found in re.finditer(r"^ *(case|default|@|#if|import|package import|public import)\b[^\n]*", self.text, re.M):
            # A pattern is no expression; what stands behind its colon is.
            head = found.group().split(": ")[0] if found.group().lstrip().startswith("case") else found.group()
            self.hide(found.start(), found.start() + len(head))
        self.find_conditions()
        self.find_constants()

    def hide(self, start, end):
        self.mask[start:end] = b"\0" * (end - start)

    def closing(self, start):
        """Behind the bracket that closes the one at start."""
        depth = 0
        for index in range(start, len(self.text)):
            if index > start and not self.mask[index]: continue
            if self.text[index] in "([{": depth += 1
            if self.text[index] in ")]}":
                depth -= 1
                if depth == 0: return index + 1
        return len(self.text)

    def pieces(self, start, end, separators):
        """The parts between separators that stand in no brackets."""
        parts, depth, begin, index = [], 0, start, start
        while index < end:
            if self.mask[index]:
                if self.text[index] in "([{": depth += 1
                elif self.text[index] in ")]}": depth -= 1
                elif depth == 0:
                    mark = next((s for s in separators if self.text.startswith(s, index)), None)
                    if mark:
                        parts.append((begin, index))
                        index += len(mark)
                        begin = index
                        continue
            index += 1
        return parts + [(begin, end)]

    def end_of(self, start, marks):
        """Where the first mark stands that is in no brackets."""
        depth = 0
        for index in range(start, len(self.text)):
            if not self.mask[index]: continue
            if depth == 0 and any(re.compile(mark).match(self.text, index) for mark in marks): return index
            if self.text[index] in "([{": depth += 1
            if self.text[index] in ")]}":
                depth -= 1
                if depth < 0: return index
        return len(self.text)

    def find_conditions(self):
        for found in re.finditer(r"\b(guard|if|while|where)\s", self.text):
            if not self.mask[found.start()]: continue
            marks = [r"else\b"] if found.group(1) == "guard" else [r"\{"]
            for start, end in self.pieces(found.end(), self.end_of(found.end(), marks), [","]):
                self.add_condition(start, end)
        for found in re.finditer(r"(?:-> Bool|: Bool) \{", self.text):
            if not self.mask[found.start()]: continue
            start, end = found.end(), self.closing(found.end() - 1) - 1
            body = self.text[start:end]
            if not re.search(r"^\s*(let|var|guard|if|for|switch|while|return|defer|do)\b", body, re.M):
                self.add_condition(start, end)
        for found in re.finditer(r"\breturn (?=[^\n]*(?:==|!=|<|>|&&|\|\||!|contains|allSatisfy|hasPrefix|hasSuffix))", self.text):
            if self.mask[found.start()] and self.returns_truth(found.start()):
                self.add_condition(found.end(), self.end_of(found.end(), [r"\n(?!\s*(&&|\|\||\.|\?))"]))

    def returns_truth(self, position):
        heads = list(re.finditer(r"\bfunc\b[^{]*\{|\bvar \w+: [^{=]*\{", self.text[:position]))
        return bool(heads) and re.search(r"(->|:) Bool \{$", heads[-1].group()) is not None

    def add_condition(self, start, end):
        clause = self.text[start:end].strip()
        if not clause or re.match(r"(let|var|case)\b|#", clause): return
        if len(self.pieces(start, end, [" ? "])) > 1:
            parts = [(start, end)]
        else:
            parts = self.pieces(start, end, ["&&", "||"])
        for begin, stop in parts:
            piece = self.text[begin:stop]
            begin, stop = begin + len(piece) - len(piece.lstrip()), stop - (len(piece) - len(piece.rstrip()))
            piece = piece.strip()
            # A truth that stands alone is changed as one; `get` is the body of a requirement.
            if piece not in ["", "true", "false", "get"] and "//" not in piece and not re.search(r"\b(try|await)\b", piece):
                self.changes.append((begin, stop, piece, "condition"))

    def find_constants(self):
        for found in re.finditer(r"(?<![\w.$])\d[\d_]*(?![\w.]\w)", self.text):
            if self.mask[found.start()] and not self.text[found.end():].startswith("x"):
                self.changes.append((found.start(), found.end(), found.group(), "number"))
        for found in re.finditer(r"(?<![\w.])(true|false)\b", self.text):
            if self.mask[found.start()]: self.changes.append((found.start(), found.end(), found.group(), "truth"))
        for found in re.finditer(r'(?<![#"\w\\])"[^"\\\s]+"(?!["#])', self.text):
            before = self.text[:found.start()]
            is_hidden = re.search(r"(ascii: |Rule\([^()]*)$", before[-200:])
            in_pattern = re.search(r"^ *case [^\n]*$", before.rsplit("\n", 1)[-1]) and ": " not in before.rsplit("\n", 1)[-1]
            in_other = any(s < found.start() < e for s, e in self.texts())
            if not is_hidden and not in_pattern and not in_other and not found.group().startswith("\"http"):
                self.changes.append((found.start(), found.end(), found.group(), "word"))

    def texts(self):
        if not hasattr(self, "regions"):
            whole = [(f.start(), f.end()) for f in re.finditer(r"//[^\n]*|\"\"\".*?\"\"\"", self.text, re.S)]
            rules = [(f.start(), self.closing(f.end() - 2)) for f in re.finditer(r"\bRule\(\n", self.text)]
            strings = [(f.start(), f.end()) for f in re.finditer(r'"(?:\\\((?:[^()]|\([^()]*\))*\)|\\.|[^"\\\n])*"', self.text) if " " in f.group() or "\\" in f.group()]
            self.regions = whole + rules + strings
        return self.regions

    def line(self, position):
        return self.text.count("\n", 0, position) + 1
