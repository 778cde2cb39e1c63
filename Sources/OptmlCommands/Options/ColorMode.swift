import ArgumentParser
import ModelArtifacts

/// When to use colour.
enum ColorMode: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// On a terminal, unless environment variables say otherwise; see ``Style``.
    case auto
    case always
    case never

    /// What the help says of the option.
    static let help: ArgumentHelp = "When to use colour; auto heeds NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE."

    /// What the arguments of this process ask for, which messages follow that are written where no option is known.
    static let ofProcess: ColorMode = mode(in: ByteArguments.ofProcess)

    /// The last `--color` in front of `--`.
    static func mode(in arguments: [String]) -> ColorMode {
        let options = arguments.prefix { $0 != "--" }
        var mode = ColorMode.auto
        for (index, argument) in options.enumerated() {
            let value =
                argument == "--color"
                ? options.dropFirst(index + 1).first
                : argument.hasPrefix("--color=") ? String(argument.dropFirst("--color=".count)) : nil
            mode = value.flatMap(ColorMode.init(rawValue:)) ?? mode
        }
        return mode
    }
}
