import ArgumentParser
import ModelArtifacts

/// The columns of a manifest on the command line.
enum ManifestColumns {
    /// Reads a comma-separated list of columns.
    ///
    /// - Parameter known: the columns that are possible.
    /// - Throws: `ValidationError` for others.
    static func list(_ text: String, of known: [ManifestColumn]) throws -> [ManifestColumn] {
        try text.split(separator: ",", omittingEmptySubsequences: false).map { name in
            guard let column = ManifestColumn(rawValue: String(name)), known.contains(column) else {
                let names = known.map(\.rawValue).joined(separator: ", ")
                throw ValidationError(
                    "--columns: there is no column '\(DisplayText.escaped(String(name)))', only \(names).")
            }
            return column
        }
    }
}
