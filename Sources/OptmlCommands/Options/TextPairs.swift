import ArgumentParser
import ModelArtifacts

/// Arguments of the form `NAME=VALUE`.
enum TextPairs {
    /// Takes them apart.
    ///
    /// - Throws: `ValidationError` for one without a name or a value, or that is not UTF-8.
    static func pairs(_ arguments: [ByteArgument], _ option: String) throws -> [(String, String)] {
        try arguments.map { argument in
            let bytes = argument.value.bytes
            guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")), equals > bytes.startIndex else {
                throw ValidationError("\(option) takes NAME=VALUE, not '\(argument.value)'.")
            }
            guard let name = ByteString(Array(bytes[..<equals])).string,
                let value = ByteString(Array(bytes[(equals + 1)...])).string
            else { throw ValidationError("\(option): '\(argument.value)' is not UTF-8, which a request has to be.") }
            return (name, value)
        }
    }
}
