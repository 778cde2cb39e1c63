/// The decompressors.
package enum InflateEngine: CaseIterable, Sendable {
    /// ISA-L: one and a half to three times as fast as zlib.
    case isal
    /// zlib, which every build has.
    case zlib

    /// Those that this machine has, the fastest first.
    package static var allCases: [InflateEngine] { ISALLibrary.shared == nil ? [.zlib] : [.isal, .zlib] }

    /// The one to use.
    package static var fastest: InflateEngine { ISALLibrary.shared == nil ? .zlib : .isal }

    /// - Throws: ``ArtifactError`` if there is not enough memory; with code `usage` if there is no ISA-L and the environment asks
    ///   for it.
    func makeInflater() throws(ArtifactError) -> any Inflater {
        if ISALLibrary.isMissed {
            throw ArtifactError(
                .usage,
                "\(ISALLibrary.variable) is 'on', and there is no ISA-L: \(ISALLibrary.paths.joined(separator: ", "))")
        }
        return switch (self, ISALLibrary.shared) {
        case (.isal, let library?): ISALInflater(library)
        default: try ZlibInflater()
        }
    }
}
