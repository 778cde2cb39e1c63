import ArgumentParser

/// Whether text has colours.
struct ColorOption: ParsableArguments {
    @Option(help: ColorMode.help)
    var color = ColorMode.auto

    init() {}
}
