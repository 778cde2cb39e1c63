/// The decompressors that this build has.
package enum InflateEngine: CaseIterable, Sendable {
    #if ISAL
        /// ISA-L: one and a half to three times as fast as zlib.
        case isal
    #endif
    /// zlib, which every build has.
    case zlib

    /// The one to use.
    package static var fastest: InflateEngine {
        #if ISAL
            .isal
        #else
            .zlib
        #endif
    }

    /// - Throws: ``ArtifactError`` if there is not enough memory.
    func makeInflater() throws(ArtifactError) -> any Inflater {
        switch self {
        #if ISAL
            case .isal: ISALInflater()
        #endif
        case .zlib: try ZlibInflater()
        }
    }
}
