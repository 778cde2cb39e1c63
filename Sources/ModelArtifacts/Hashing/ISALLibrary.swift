import CISAL

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The functions of ISA-L, which are looked up when the program runs.
///
/// Distributions have no static library of it, and many container images none at all: an executable that was linked with it
/// would not start there.
@safe package struct ISALLibrary: Sendable {
    typealias Begin = @convention(c) (UnsafeMutablePointer<inflate_state>?) -> Void
    typealias SetDictionary =
        @convention(c) (
            UnsafeMutablePointer<inflate_state>?, UnsafeMutablePointer<UInt8>?, UInt32
        ) -> CInt
    typealias Inflate = @convention(c) (UnsafeMutablePointer<inflate_state>?) -> CInt

    /// The variable of the environment that says `off`, for none, or `on`, for no reading of archives without it; for tests
    /// and measurements.
    package static let variable = "OPTML_ISAL"

    /// Where it is looked for: beside the executable first, where our packages have it. The number is that of its binary
    /// interface, which holds for every release since 2.0 (`Makefile.am` of intel/isa-l).
    package static let paths: [String] = {
        #if canImport(Darwin)
            let name = "libisal.2.dylib"
            return ["@executable_path/\(name)", name, "/opt/homebrew/lib/\(name)", "/usr/local/lib/\(name)"]
        #else
            let name = "libisal.so.2"
            return ["$ORIGIN/\(name)", "$ORIGIN/../lib/optml/\(name)", name]
        #endif
    }()

    /// The library of this machine; nil if there is none, or the environment says to do without.
    package static let shared: ISALLibrary? = setting == "off" ? nil : paths.lazy.compactMap(ISALLibrary.init).first

    /// Whether it was asked for, and is not there.
    package static var isMissed: Bool { setting == "on" && shared == nil }

    /// What the environment says.
    private static let setting = unsafe getenv(variable).map { unsafe String(cString: $0) }

    /// Where it was found: one of ``paths``.
    package let path: String
    /// `isal_inflate_init`
    let begin: Begin
    /// `isal_inflate_reset`
    let reset: Begin
    /// `isal_inflate_set_dict`
    let setDictionary: SetDictionary
    /// `isal_inflate`
    let inflate: Inflate

    /// Opens the library at a path; nil if there is none, or it lacks a function.
    private init?(path: String) {
        guard let library = unsafe dlopen(path, RTLD_NOW | RTLD_LOCAL) else { return nil }
        guard let begin = unsafe dlsym(library, "isal_inflate_init"),
            let reset = unsafe dlsym(library, "isal_inflate_reset"),
            let setDictionary = unsafe dlsym(library, "isal_inflate_set_dict"),
            let inflate = unsafe dlsym(library, "isal_inflate")
        else {
            unsafe dlclose(library)
            return nil
        }
        self.path = path
        // The types are those of its headers, which the module CISAL imports.
        unsafe self.begin = unsafe unsafeBitCast(begin, to: Begin.self)
        unsafe self.reset = unsafe unsafeBitCast(reset, to: Begin.self)
        unsafe self.setDictionary = unsafe unsafeBitCast(setDictionary, to: SetDictionary.self)
        unsafe self.inflate = unsafe unsafeBitCast(inflate, to: Inflate.self)
    }
}
