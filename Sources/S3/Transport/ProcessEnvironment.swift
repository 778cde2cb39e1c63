#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The variables of the environment that say how to reach S3, and as whom.
///
/// A value, so that tests have theirs. It holds secrets and is never shown.
package struct ProcessEnvironment: Sendable {
    private var values: [String: String]?

    /// The environment of this process.
    package static let current = ProcessEnvironment()

    private init() { values = nil }

    /// These variables and no others.
    package init(_ values: [String: String]) { self.values = values }

    /// The value of a variable; nil if there is none, or an empty one, which counts as none everywhere in the tools of AWS.
    package subscript(name: String) -> String? {
        let value =
            if let values { values[name] } else { unsafe getenv(name).map { unsafe String(cString: $0) } }
        return value.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether a variable says `true`, in either case.
    package func isTrue(_ name: String) -> Bool? { self[name].map { $0.lowercased() == "true" } }
}

extension ProcessEnvironment: CustomReflectable {
    /// Nothing, since there are secrets in it.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
