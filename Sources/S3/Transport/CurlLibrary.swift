import CCurl
import ModelArtifacts

/// The libcurl of this machine, which is opened when the program runs.
///
/// Every distribution has one, made for its own certificates and maintained by it. A static executable could not bring one along:
/// those of Debian need libraries of Kerberos, LDAP and more that are not static.
package struct CurlLibrary: Sendable {
    /// The variable of the environment that says `off`, for tests.
    package static let variable = "OPTML_CURL"

    /// By what names it is looked for. The number is that of its binary interface, which holds since 2006; Debian has it with
    /// each of several libraries for TLS.
    package static let names: [String] = {
        #if canImport(Darwin)
            ["libcurl.4.dylib", "/usr/lib/libcurl.4.dylib"]
        #else
            ["libcurl.so.4", "libcurl-gnutls.so.4", "libcurl-nss.so.4"]
        #endif
    }()

    /// The library; nil if there is none that can be used.
    package static var shared: CurlLibrary? { try? opened.get() }

    /// Why there is none, to follow a colon; nil if there is one.
    package static var defect: String? {
        if case .failure(let error) = opened { error.reason } else { nil }
    }

    private struct Missing: Error {
        let reason: String
    }

    private static let opened: Result<CurlLibrary, Missing> = {
        guard ProcessEnvironment.current[variable] != "off" else {
            return .failure(Missing(reason: "\(variable) is off"))
        }
        var reasons: [String] = []
        for name in names {
            guard let defect = unsafe optml_curl_open(name) else {
                let version = unsafe String(cString: optml_curl_version())
                return .success(CurlLibrary(name: name, version: String(version.prefix { $0 != " " })))
            }
            let reason = unsafe String(cString: defect)
            reasons.append("\(name): \(reason)")
        }
        return .failure(Missing(reason: reasons.joined(separator: ", ")))
    }()

    /// The name by which it was found, one of ``names``.
    package let name: String
    /// What it calls itself, such as `libcurl/7.88.1`.
    package let version: String
}
