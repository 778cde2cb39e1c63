import CKernels

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A way of computing the MD5 of several messages at once, which differ in speed only.
package enum MD5Kernel: String, CaseIterable, Sendable {
    /// 16 messages a register.
    case avx512
    /// 8 messages a register.
    case avx2
    /// 4 messages a register, on every x86-64.
    case sse2
    /// 4 messages a register, on every arm64.
    case neon
    /// One message after the other, anywhere.
    case scalar

    /// The kernels that the processor and this build have, the fastest first.
    package static var available: [MD5Kernel] { allCases.filter(\.isAvailable) }

    /// The kernel that the environment variable `OPTML_MD5` names, for tests and measurements; the fastest without it.
    ///
    /// - Throws: ``ArtifactError`` with code `usage` for a kernel that there is not, here or anywhere.
    package static func ofEnvironment() throws(ArtifactError) -> MD5Kernel {
        let name: String? =
            if let value = unsafe getenv("OPTML_MD5") { unsafe String(cString: value) } else { nil }
        return try named(name)
    }

    /// The kernel of that name; the fastest for none.
    ///
    /// - Throws: ``ArtifactError`` with code `usage`.
    package static func named(_ name: String?) throws(ArtifactError) -> MD5Kernel {
        let available = available
        guard let name, !name.isEmpty else { return available.first ?? .scalar }
        guard let kernel = available.first(where: { $0.rawValue == name }) else {
            let names = available.map(\.rawValue).joined(separator: ", ")
            throw ArtifactError(
                .usage, "OPTML_MD5 is '\(DisplayText.escaped(name))'; on this machine it can be one of \(names)")
        }
        return kernel
    }

    /// Whether the processor and this build have it.
    package var isAvailable: Bool { optml_md5_kernel_is_available(symbol) }

    /// The number of messages at once that make the most of it.
    package var laneCount: Int { optml_md5_kernel_lanes(symbol) }

    /// The number of messages in a register, which take as long as one; the most is made of three registers.
    var width: Int { max(1, laneCount / 3) }

    /// Its name in C.
    var symbol: optml_md5_kernel {
        switch self {
        case .avx512: optml_md5_kernel_avx512
        case .avx2: optml_md5_kernel_avx2
        case .sse2: optml_md5_kernel_sse2
        case .neon: optml_md5_kernel_neon
        case .scalar: optml_md5_kernel_scalar
        }
    }
}
