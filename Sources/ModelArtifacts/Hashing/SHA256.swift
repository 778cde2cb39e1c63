import CKernels

/// Computes the SHA-256 of bytes that come one piece after another (FIPS 180-4).
package struct SHA256: Sendable {
    private var state: optml_sha256

    /// Begins with no bytes.
    package init() {
        state = optml_sha256()
        unsafe optml_sha256_start(&state)
    }

    /// Takes in the next bytes.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        unsafe optml_sha256_update(&state, bytes.baseAddress, bytes.count)
    }

    /// The 32 bytes of the digest of all bytes so far.
    package consuming func finish() -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
            unsafe optml_sha256_finish(&state, buffer.baseAddress)
            count = 32
        }
    }
}
