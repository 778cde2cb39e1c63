/// A function at the top of a module of Python.
///
/// Source: the Python language reference, "Function definitions".
struct PythonFunction: Hashable {
    let name: ByteString
    /// How many arguments it has to be given, by their places or by their names.
    let required: Int
    /// How many parameters it has, as `len(inspect.signature(f).parameters)` counts them.
    let parameters: Int
    /// Whether it takes any number, by `*args` or `**kwargs`.
    let takesAny: Bool

    /// More than any module has; one whose definitions do not end would be read again for each.
    private static let most = 1000
    /// Longer than any list of parameters, in bytes.
    private static let longestSignature = 4096

    /// Those of a module, of several of a name the last.
    ///
    /// - Parameter code: the module without comments and without the contents of its texts.
    static func all(in code: ByteString) -> [PythonFunction] {
        var found: [ByteString: PythonFunction] = [:]
        var others: Set<ByteString> = []
        var isDecorated = false
        var start = code.bytes.startIndex
        var definitions = 0
        while start < code.bytes.endIndex, definitions < most {
            let end = code.bytes[start...].firstIndex(of: 0x0A) ?? code.bytes.endIndex
            let line = code.bytes[start..<end]
            start = end + 1
            guard let first = line.first, first != 0x20, first != 0x09, first != 0x0D else { continue }
            let text = line.starts(with: "async def ".utf8) ? line.dropFirst("async ".utf8.count) : line
            guard text.starts(with: "def ".utf8) else {
                isDecorated = first == UInt8(ascii: "@")
                others.insert(word(line))
                continue
            }
            definitions += 1
            let signature = code.bytes[text.startIndex...].dropFirst("def ".utf8.count).prefix(longestSignature)
            if let function = PythonFunction(signature), !isDecorated {
                found[function.name] = function
            } else {
                others.insert(word(signature))
            }
            isDecorated = false
        }
        return found.values.filter { !others.contains($0.name) }.sorted { $0.name < $1.name }
    }

    /// Reads a definition behind `def`; nil if it does not end.
    private init?(_ signature: ArraySlice<UInt8>) {
        name = Self.word(signature)
        let rest = signature.drop { $0 == 0x20 || $0 == 0x09 }.dropFirst(name.count).drop { $0 == 0x20 || $0 == 0x09 }
        guard !name.isEmpty, rest.first == UInt8(ascii: "("), let list = Self.parameters(rest.dropFirst()) else {
            return nil
        }
        parameters = list.count
        takesAny = list.contains { $0.first == UInt8(ascii: "*") }
        required = list.count { !$0.contains(UInt8(ascii: "=")) && $0.first != UInt8(ascii: "*") }
    }

    /// The parameters of a list up to its closing bracket, each without blanks and without what stands in brackets; nil if it does
    /// not end. The marks `*` and `/` are none.
    private static func parameters(_ list: ArraySlice<UInt8>) -> [[UInt8]]? {
        var (depth, found, current) = (0, [[UInt8]](), [UInt8]())
        // The parameters of a `lambda` in a default value are its own.
        var isInLambda = false
        for byte in list {
            switch byte {
            case UInt8(ascii: ")") where depth == 0:
                found.append(current)
                return found.filter { !$0.isEmpty && $0 != Array("*".utf8) && $0 != Array("/".utf8) }
            case UInt8(ascii: ",") where depth == 0 && !isInLambda:
                found.append(current)
                current = []
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            case 0x20, 9...13, UInt8(ascii: "\\"):
                if current.suffix(7).elementsEqual("=lambda".utf8) { isInLambda = true }
            default:
                guard depth == 0 else { break }
                if byte == UInt8(ascii: ":") { isInLambda = false }
                current.append(byte)
            }
        }
        return nil
    }

    /// The word at the beginning of a line.
    private static func word(_ line: ArraySlice<UInt8>) -> ByteString {
        let text = line.drop { $0 == 0x20 || $0 == 0x09 }
        return ByteString(
            Array(
                text.prefix { byte in
                    (0x41...0x5A).contains(byte & 0xDF) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
                        || byte >= 0x80
                }))
    }
}
