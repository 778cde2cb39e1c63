import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Colours for text on a terminal, or nothing.
struct Style: Sendable {
    /// Whether there are colours at all.
    let isColored: Bool

    /// Text without colour.
    static let plain = Style(isColored: false)

    private init(isColored: Bool) {
        self.isColored = isColored
    }

    /// The style for a stream under a mode.
    ///
    /// With `auto`, `NO_COLOR` (https://no-color.org) turns colours off; else `FORCE_COLOR` (https://force-color.org) and
    /// `CLICOLOR_FORCE` (https://bixense.com/clicolors) turn them on wherever the text goes, unless they are 0; else there are
    /// colours on a terminal that is not named `dumb`, unless `CLICOLOR` is 0.
    init(_ mode: ColorMode, for descriptor: CInt) {
        isColored =
            switch mode {
            case .always: true
            case .never: false
            case .auto: Self.isWanted(isTerminal: isatty(descriptor) == 1, Self.environment)
            }
    }

    /// What the environment wants.
    ///
    /// - Parameter variable: the value of a variable; nil if it is not set, or empty.
    static func isWanted(isTerminal: Bool, _ variable: (String) -> String?) -> Bool {
        if variable("NO_COLOR") != nil { return false }
        if ["FORCE_COLOR", "CLICOLOR_FORCE"].contains(where: { variable($0).map { $0 != "0" } ?? false }) {
            return true
        }
        return isTerminal && variable("TERM") != "dumb" && variable("CLICOLOR") != "0"
    }

    func bold(_ text: String) -> String { wrap(text, "1") }
    func dim(_ text: String) -> String { wrap(text, "2") }
    func red(_ text: String) -> String { wrap(text, "1;31") }
    func green(_ text: String) -> String { wrap(text, "1;32") }
    func yellow(_ text: String) -> String { wrap(text, "1;33") }
    func blue(_ text: String) -> String { wrap(text, "1;34") }

    private func wrap(_ text: String, _ code: String) -> String {
        isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    /// The value of a variable of the environment; nil if it is not set, or empty.
    static func environment(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        let text = unsafe String(cString: value)
        return text.isEmpty ? nil : text
    }
}
