import ArgumentParser
import ModelArtifacts

/// Reads what `--report` was given: copies of a result in files, each with its form.
enum ReportCopies {
    /// - Throws: `ValidationError` for what is not a form, an equals sign and a file.
    static func files<Format: RawRepresentable<String> & CaseIterable>(
        _ arguments: [ByteArgument], as _: Format.Type
    ) throws -> [(format: Format, file: ByteString)] {
        try arguments.map { argument in
            let bytes = argument.value.bytes
            guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")), equals + 1 < bytes.endIndex,
                let name = ByteString(Array(bytes[..<equals])).string, let format = Format(rawValue: name)
            else {
                let formats = Format.allCases.map { "\($0.rawValue)=FILE" }.joined(separator: ", ")
                throw ValidationError("--report takes \(formats), not '\(argument.value)'.")
            }
            return (format, ByteString(Array(bytes[(equals + 1)...])))
        }
    }
}
