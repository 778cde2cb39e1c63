import CKernels

/// Computes the MD5 of bytes that come one piece after another (RFC 1321).
///
/// It is here for the ETags of S3, which are made of it, and protects against nothing.
package struct MD5: Sendable {
    private var state: optml_md5

    /// Begins with no bytes.
    package init() {
        state = optml_md5()
        unsafe optml_md5_start(&state)
    }

    /// Takes in the next bytes.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        unsafe optml_md5_update(&state, bytes.baseAddress, bytes.count)
    }

    /// Takes in the next bytes.
    package mutating func update(_ bytes: RawSpan) {
        unsafe bytes.withUnsafeBytes { unsafe update($0) }
    }

    /// Takes in the 16 bytes of a digest.
    package mutating func update(_ digest: MD5Digest) {
        let words = (digest.high.bigEndian, digest.low.bigEndian)
        unsafe withUnsafeBytes(of: words) { unsafe update($0) }
    }

    /// The digest of all bytes so far.
    package consuming func finish() -> MD5Digest {
        var words: (UInt64, UInt64) = (0, 0)
        unsafe withUnsafeMutableBytes(of: &words) { buffer in
            unsafe optml_md5_finish(&state, buffer.bindMemory(to: UInt8.self).baseAddress)
        }
        return MD5Digest(high: UInt64(bigEndian: words.0), low: UInt64(bigEndian: words.1))
    }
}
