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

    /// The style for a stream under a mode. `NO_COLOR` (https://no-color.org) and a terminal named `dumb` turn `auto` off.
    init(_ mode: ColorMode, for descriptor: CInt) {
        isColored =
            switch mode {
            case .always: true
            case .never: false
            case .auto:
                isatty(descriptor) == 1 && Self.environment("NO_COLOR") == nil && Self.environment("TERM") != "dumb"
            }
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

    private static func environment(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        let text = unsafe String(cString: value)
        return text.isEmpty ? nil : text
    }
}
