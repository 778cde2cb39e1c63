package import ModelArtifacts

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Makes files of any name, which Foundation does not.
package enum RawFile {
    /// Makes a file with one byte, with the folders on the way; false if the system does not take the name, as macOS takes
    /// only UTF-8.
    @discardableResult
    package static func make(_ path: ByteString) -> Bool {
        for (index, byte) in path.bytes.enumerated() where byte == UInt8(ascii: "/") && index > 0 {
            mkdir(terminated(path.bytes[..<index]), 0o755)
        }
        let descriptor = open(terminated(path.bytes[...]), O_WRONLY | O_CREAT, 0o644)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return write(descriptor, "x", 1) == 1
    }

    private static func terminated(_ bytes: ArraySlice<UInt8>) -> [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
}
