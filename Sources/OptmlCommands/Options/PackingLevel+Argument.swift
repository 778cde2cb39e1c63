public import ArgumentParser
public import ModelArtifacts

extension PackingLevel: ExpressibleByArgument {
    /// Reads a level as `--level` takes it.
    public init?(argument: String) { self.init(argument) }

    /// The words and numbers for help and completion.
    public static var allValueStrings: [String] { ["auto", "fast", "store"] + (1...9).map(String.init) }
}
