import ModelArtifacts

/// Reads `--exclude` and `--include` in the order in which they stand.
///
/// Of the patterns that match, the last decides, across both options; the argument parser keeps the order only within each.
enum FilterOrder {
    static func patterns(in arguments: [String]) -> [PathFilter.Pattern] {
        var patterns: [PathFilter.Pattern] = []
        var index = 0
        while index < arguments.count, arguments[index] != "--" {
            let argument = arguments[index]
            for (name, make) in options {
                if argument == name, index + 1 < arguments.count {
                    index += 1
                    patterns.append(make(glob(arguments[index])))
                } else if argument.hasPrefix(name + "=") {
                    patterns.append(make(glob(String(argument.dropFirst(name.count + 1)))))
                }
            }
            index += 1
        }
        return patterns
    }

    private static let options: [(String, @Sendable (Glob) -> PathFilter.Pattern)] = [
        ("--exclude", { .exclude($0) }), ("--include", { .include($0) }),
    ]

    private static func glob(_ argument: String) -> Glob { Glob(ByteArguments.decode(argument)) }
}
