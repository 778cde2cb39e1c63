/// Joins options with values such as `-1`, which the argument parser would take for options, and say that a value is missing.
enum NegativeValue {
    /// The arguments, with `--depth -1` as `--depth=-1`. What stands behind `--` stays as it is.
    static func joined(_ arguments: [String]) -> [String] {
        var joined: [String] = []
        for (index, argument) in arguments.enumerated() {
            if argument == "--" { return joined + arguments[index...] }
            if let option = joined.last, option.hasPrefix("--"), !option.contains("="), isNumber(argument) {
                joined[joined.count - 1] = option + "=" + argument
            } else {
                joined.append(argument)
            }
        }
        return joined
    }

    private static func isNumber(_ argument: String) -> Bool {
        let (sign, digit) = (argument.utf8.first, argument.utf8.dropFirst().first)
        return sign == UInt8(ascii: "-") && digit.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    }
}
